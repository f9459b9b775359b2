import { changeSeen } from '../changes/seen-record.ts'
import { submit } from '../changes/submit.ts'
import { writeJointAction } from '../changes/joint-action-changes.ts'
import { addFollowUp, markSentence, planDialogue, saveNote, setDialogueState } from '../conversation/dialogues.ts'
import { answerQuestion, askQuestion, reportPost } from '../conversation/forum.ts'
import {
  acceptAgreement,
  inviteToJointAction,
  noteAgreement,
  noteMeeting,
  pickTime,
  writeAgreement,
} from '../conversation/joint-actions.ts'
import { partyActor } from '../records/actor.ts'
import { dayAfter, swedishDay } from '../records/time.ts'
import { demoAccounts, demoNotes, demoQuestions } from './demo-content.ts'
import { demoActor } from './demo-filling.ts'
import type { DemoFilling } from './demo-filling.ts'

const noBeside = () => Promise.resolve()

/** Dialogues, joint actions and the forum. */
export async function fillTalks(filling: DemoFilling): Promise<void> {
  await fillDialogues(filling)
  await fillJointActions(filling)
  await fillForum(filling)
}

/** One dialogue that waits for the region, and one that is planned. */
async function fillDialogues({ store: { side }, today, daysAgo }: DemoFilling): Promise<void> {
  const by = demoActor('officer').name
  const roles = ['strateg, Region Värmland', 'handläggare, Tillväxtverket']
  const common = { starts_at: '13:00', roles, created_by: by }
  const agenda = ['Stämmer listan?', 'Önskemål utan svar', 'Bron till 2028']
  const held = { ...common, region_code: '17', held_on: dayAfter(today, -20), agenda }
  const id = await planDialogue(side, held, daysAgo(35))
  for (const [at, body] of demoNotes.entries())
    await saveNote(side, { dialogueId: id, noteId: `00000000-0000-4000-8000-00000000000${at}`, body, by }, daysAgo(20))
  const sentence = demoNotes[0].split('. ')[0]!.concat('.')
  await markSentence(side, { dialogueId: id, sentence, topic: 'recruiting', step: 'governance', areaId: null, by }, daysAgo(20))
  const what = 'Visa kommunerna hur en testmiljö kan delas'
  await addFollowUp(side, { dialogue_id: id, what, owner_role: roles[0]!, due_on: dayAfter(today, 14) }, daysAgo(20))
  await setDialogueState(side, id, 'withRegion')
  await planDialogue(side, { ...common, region_code: '20', held_on: dayAfter(today, 11), agenda: [...agenda] }, daysAgo(3))
}

/** One that waits for a time, one that waits for the last yes, and one that runs in public. */
async function fillJointActions({ store: { side }, registry, today, daysAgo }: DemoFilling): Promise<void> {
  const at = (days: number) => [0, 2, 5].map((more) => `${dayAfter(today, days + more)}T10:00`)
  const own = { region_code: '20', area_id: null, needs: 'fler lösningar att prova', offers: 'nätägare och en provplats' }
  const other = (code: string) => ({ region_code: code, area_id: null, needs: '', offers: '' })
  const asked = { joint_area_id: null, created_by: demoActor('dalarna').name }
  const waiting = {
    ...asked,
    id: 'samarbete-de300001',
    title: 'Trä i höga hus',
    times: at(12),
    parties: [own, other('17'), other('25')],
  }
  await inviteToJointAction(side, waiting, daysAgo(4))
  for (const [id, title] of [
    ['samarbete-de300002', 'Sol och energisystem över länsgränsen'],
    ['samarbete-de300003', 'Gemensam testmiljö för förpackningar'],
  ] as const) {
    const times = at(-30)
    await inviteToJointAction(side, { ...asked, id, title, times, parties: [own, other('17')] }, daysAgo(50))
    await pickTime(side, { id, regionCode: '17', now: daysAgo(45), time: times[0]! })
    await noteMeeting(side, { id, now: daysAgo(30) })
    const step = { next_step: 'Skriva en gemensam ansökan', owner_role: 'strateg, Region Dalarna', due_on: dayAfter(today, 40) }
    const text = { title, ...step, money: null, needs: 'någon att prova med i större nät', offers: 'kunskap om solel' }
    await writeAgreement(side, { id, regionCode: '17', now: daysAgo(28), text, seen: 1 })
    await acceptAgreement(side, { id, regionCode: '20', now: daysAgo(27), seen: 2, by: demoActor('dalarna').name })
  }
  const id = 'samarbete-de300003'
  const agreed = await acceptAgreement(side, { id, regionCode: '17', now: daysAgo(20), seen: 2, by: demoActor('varmland').name })
  const partners = agreed.parties.map(({ region_code: regionCode, needs, offers }) => ({
    regionCode,
    priorityAreaId: null,
    needs,
    offers,
  }))
  const body = {
    title: agreed.title,
    partners,
    jointAreaId: null,
    agreedOn: dayAfter(today, -20),
    state: 'running',
    nextStep: agreed.next_step,
    ownerRole: agreed.owner_role,
    dueOn: agreed.due_on,
    money: '1,2 miljoner kronor, exempel',
    result: 'Två företag har provat.',
    why: null,
  } as const
  const change = writeJointAction(await registry.view(), { id, body, seen: 0, today: dayAfter(today, -20) })
  await submit(registry, change, partyActor(demoActor('varmland'), ['20', '17']))
  await noteAgreement(side, { id, now: daysAgo(20) })
}

async function fillForum({ store: { side }, registry, today, daysAgo }: DemoFilling): Promise<void> {
  const writer = (name: keyof typeof demoAccounts) => {
    const { owner } = demoAccounts[name].grants[0]!
    return { role: demoActor(name).name, owner: owner ? `${owner.kind} ${owner.id}` : 'nation' }
  }
  for (const { id, theme, title, body, by, daysAgo: days, answers, conclusion } of demoQuestions) {
    await askQuestion(side, { id, theme_id: theme, title, body }, { by: writer(by), now: daysAgo(days), beside: noBeside })
    for (const [at, answer] of answers.entries()) {
      const posted = { by: writer(answer.by), now: daysAgo(days - 1 - at), beside: noBeside }
      await answerQuestion(side, { id: `${id}-${at}`, question_id: id, body: answer.body }, posted)
    }
    if (conclusion === null) continue
    const versions = changeSeen(await registry.view(), {
      kind: 'forumConclusion',
      recordId: id,
      body: {
        question: title,
        themeId: theme,
        conclusion: { sv: conclusion, en: conclusion },
        askedOn: swedishDay(daysAgo(days)),
      },
      from: today,
      seen: 0,
      changeNote: 'Slutsats av en fråga i forumet.',
    })
    await submit(registry, { type: 'versions', versions }, demoActor('officer'))
  }
  const reported = {
    question_id: demoQuestions[1].id,
    answer_id: `${demoQuestions[1].id}-0`,
    why: 'Nämner en leverantör, exempel.',
  }
  await reportPost(side, reported, { by: writer('dalarna'), now: daysAgo(2), beside: noBeside })
}
