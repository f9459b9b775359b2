import type { Grant } from '../records/account-roles.ts'

/** An invented account of the demonstration: a role, and never a person. */
export interface DemoAccount {
  email: string
  organisation: string
  grants: readonly Grant[]
}

const editorOf = (slug: string, organisation: string, id: string): DemoAccount => ({
  email: `redaktor.${slug}@demo.invalid`,
  organisation,
  grants: [{ role: 'regionalEditor', owner: { kind: 'region', id } }],
})

export const demoAccounts = {
  varmland: editorOf('varmland', 'Region Värmland', '17'),
  dalarna: editorOf('dalarna', 'Region Dalarna', '20'),
  norrbotten: editorOf('norrbotten', 'Region Norrbotten', '25'),
  skane: editorOf('skane', 'Region Skåne', '12'),
  confirmer: {
    email: 'bekraftare.varmland@demo.invalid',
    organisation: 'Region Värmland',
    grants: [{ role: 'regionalConfirmer', owner: { kind: 'region', id: '17' } }],
  },
  officer: {
    email: 'handlaggare@demo.invalid',
    organisation: 'Tillväxtverket',
    grants: [{ role: 'nationalOfficer', owner: null }],
  },
  administrator: {
    email: 'administrator@demo.invalid',
    organisation: 'Tillväxtverket',
    grants: [{ role: 'administrator', owner: null }],
  },
} as const satisfies Record<string, DemoAccount>

/** What the national level says about the wishes of 2018, by the wish. */
export const demoAnswers = [
  {
    wishId: 'wish-2018-01',
    state: 'done',
    answer: 'Forumet är öppet för alla regioner.',
    proof: '/forum',
    asks: ['17', '20', '25'],
  },
  {
    wishId: 'wish-2018-02',
    state: 'answered',
    answer: 'Mallar prövas i tre regioner under våren.',
    proof: null,
    asks: ['12', '17'],
  },
  { wishId: 'wish-2018-03', state: 'owned', answer: null, proof: null, asks: ['25'] },
  {
    wishId: 'wish-2018-05',
    state: 'declined',
    answer: 'Det ligger utanför uppdraget. Regeringskansliet äger frågan.',
    proof: null,
    asks: ['20'],
  },
] as const

export const demoQuestions = [
  {
    id: 'fraga-de300001-0001',
    theme: 'energi',
    title: 'Hur mäter ni elnätets kapacitet i era områden?',
    body: 'Vi vill jämföra mellan län, men nätägarna mäter på olika sätt.',
    by: 'varmland',
    daysAgo: 40,
    answers: [
      { by: 'dalarna', body: 'Vi frågar nätägarna en gång om året och redovisar per kommun.' },
      { by: 'norrbotten', body: 'Vi använder länsstyrelsens underlag. Det är två år gammalt.' },
    ],
    conclusion: 'Regionerna frågar nätägarna samma månad, med samma tre frågor. Underlaget läggs i Spets.',
  },
  {
    id: 'fraga-de300002-0001',
    theme: 'livsmedel',
    title: 'Vem har prövat upphandling som drivkraft för lokala livsmedel?',
    body: 'Vi söker erfarenheter av avtal som små producenter klarar.',
    by: 'skane',
    daysAgo: 9,
    answers: [{ by: 'varmland', body: 'Vi har delat upp avtalen efter årstid. Det gav fyra nya leverantörer.' }],
    conclusion: null,
  },
  {
    id: 'fraga-de300003-0001',
    theme: null,
    title: 'Hur beskriver ni ett område för politiker på en minut?',
    body: '',
    by: 'dalarna',
    daysAgo: 5,
    answers: [],
    conclusion: null,
  },
] as const

export const demoNotes = [
  'Regionen har anställt två processledare för arbetet. Kommunerna vill ha en gemensam testmiljö.',
  'Det saknas underlag om kompetens i de minsta kommunerna.',
] as const
