import type { Page } from '../frame/page.ts'
import { aboutPage } from './about/about.page.tsx'
import { accessibilityPage } from './about/accessibility.page.tsx'
import { apiPage } from './api/api.page.tsx'
import { bridgePage } from './bridge/bridge.page.tsx'
import { bridgeRegionPage } from './bridge/bridge-region.page.tsx'
import { briefPage } from './brief/brief.page.tsx'
import { changesPage } from './changes/changes.page.tsx'
import { codingPage } from './coding/coding.page.tsx'
import { comparePage } from './compare/compare.page.tsx'
import { companyPage } from './company/company.page.tsx'
import { confirmPage } from './confirm/confirm.page.tsx'
import { datasetsPage } from './datasets/datasets.page.tsx'
import { dialoguePage } from './dialogue/dialogue.page.tsx'
import { dialoguesPage } from './dialogue/dialogues.page.tsx'
import { evidencePage } from './evidence/evidence.page.tsx'
import { factsUpdatePage } from './facts-update/facts-update.page.tsx'
import { forumPage } from './forum/forum.page.tsx'
import { forumQuestionPage } from './forum/forum-question.page.tsx'
import { heardPage } from './heard/heard.page.tsx'
import { historyPage } from './history/history.page.tsx'
import { importPage } from './import/import.page.tsx'
import { insightsPage } from './insights/insights.page.tsx'
import { intersectionsPage } from './intersections/intersections.page.tsx'
import { jointAreaPage } from './joint-area/joint-area.page.tsx'
import { jointActionPage } from './joint-action/joint-action.page.tsx'
import { jointActionsPage } from './joint-action/joint-actions.page.tsx'
import { listPage } from './list/list.page.tsx'
import { matchPage } from './match/match.page.tsx'
import { searchMethodPage } from './method/search-method.page.tsx'
import { myRegionPage } from './my-region/my-region.page.tsx'
import { personalDataPage } from './personal-data/personal-data.page.tsx'
import { periodPage, periodsPage } from './period/period.page.tsx'
import { presentationPage } from './presentation/presentation.page.tsx'
import { priorityPage } from './priority/priority.page.tsx'
import { regionPage } from './region/region.page.tsx'
import { reviewPage } from './review/review.page.tsx'
import { roundPage } from './round/round.page.tsx'
import { roundAnswerPage } from './round/round-answer.page.tsx'
import { roundWorkPage } from './round/round-work.page.tsx'
import { searchPage } from './search/search.page.tsx'
import { resumePage } from './resume/resume.page.tsx'
import { signInLinkPage } from './sign-in/sign-in-link.page.tsx'
import { signInPage } from './sign-in/sign-in.page.tsx'
import { sourcePage, sourcesPage } from './source/source.page.tsx'
import { startPage } from './start/start.page.tsx'
import { statisticsImportPage } from './statistics-import/statistics-import.page.tsx'
import { tablePage } from './table/table.page.tsx'
import { toDoPage } from './to-do/to-do.page.tsx'
import { themePage } from './theme/theme.page.tsx'
import { themesPage } from './theme/themes.page.tsx'
import { wishPage } from './wish/wish.page.tsx'
import { wishesPage } from './wish/wishes.page.tsx'

/** Every page of the site, a line a page; what follows from each is in its declaration. */
export const pages: readonly Page[] = [
  startPage,
  regionPage,
  briefPage,
  evidencePage,
  insightsPage,
  jointAreaPage,
  themesPage,
  themePage,
  intersectionsPage,
  periodsPage,
  periodPage,
  listPage,
  priorityPage,
  codingPage,
  confirmPage,
  comparePage,
  matchPage,
  companyPage,
  searchMethodPage,
  changesPage,
  heardPage,
  wishesPage,
  wishPage,
  jointActionsPage,
  jointActionPage,
  forumPage,
  forumQuestionPage,
  roundPage,
  bridgePage,
  bridgeRegionPage,
  tablePage,
  reviewPage,
  searchPage,
  sourcesPage,
  sourcePage,
  historyPage,
  presentationPage,
  importPage,
  statisticsImportPage,
  factsUpdatePage,
  apiPage,
  datasetsPage,
  aboutPage,
  accessibilityPage,
  personalDataPage,
  signInPage,
  myRegionPage,
  toDoPage,
  signInLinkPage,
  resumePage,
  dialoguesPage,
  dialoguePage,
  roundAnswerPage,
  roundWorkPage,
]
