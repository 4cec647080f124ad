import { MatchingChange, MatchingEstimates, MatchingView } from '../../contract/learning.ts'
import { leastOutcomes, liftOf, sumOf } from '../../core/learning/lift.ts'
import { Beliefs } from '../../core/routing/beliefs.ts'
import { holdoutShare, spread } from '../../core/routing/matching.ts'
import { relaxesAfter } from '../../core/team/capacity.ts'
import type { Db } from '../platform/db.ts'
import type { Api } from '../platform/http.ts'
import { listOffered, listSkilfulness } from '../routing/assignments.ts'
import { findPolicy } from '../routing/store.ts'
import { listPeople } from '../team/store.ts'
import { switchLearning } from './actions.ts'
import { estimate } from './estimates.ts'
import { listStrata } from './store.ts'

export function routes(api: Api): void {
  api.get(
    '/v1/matching',
    'read',
    { says: 'What is believed of whom, and what learning brings against the holdout.', answer: MatchingView },
    ({ account, read }) => read((db) => viewMatching(db, account)),
  )

  api.get(
    '/v1/matching/estimates',
    'read',
    { says: 'What other ways of matching would have resolved, from the outcomes of what was drawn.', answer: MatchingEstimates, perMinute: 30 },
    ({ account, read }) => estimate(account, read),
  )

  api.put(
    '/v1/matching',
    'own',
    {
      says: 'Matching without what was learnt, at once; with it again only where nobody else could approve. Otherwise propose a draft.',
      body: MatchingChange,
      answer: MatchingView,
    },
    ({ account, act, person, body }) =>
      act(async (work) => {
        await switchLearning(work, body.learns, person || null)
        return viewMatching(work.db, account)
      }),
  )
}

async function viewMatching(db: Db, account: string): Promise<MatchingView> {
  const { policy } = await findPolicy(db, account)
  const strata = await listStrata(db, account)
  const [skill, language] = relaxesAfter(policy)
  return {
    learns: policy.matchingLearns !== false,
    holdoutShare,
    learnt: sumOf(strata, 'learnt'),
    holdout: sumOf(strata, 'holdout'),
    leastOutcomes,
    lift: liftOf(strata),
    relaxes: { skill, language, limit: policy.waitLimitMinutes },
    ...(await viewPeople(db, account)),
    spread,
  }
}

/** What is believed of each who has outcomes, and how the load is spread over those who were offered anything. */
async function viewPeople(db: Db, account: string): Promise<Pick<MatchingView, 'beliefs' | 'load'>> {
  const names = new Map((await listPeople(db, account)).map(({ id, name }) => [id, name]))
  const counts = await listSkilfulness(db, account)
  const beliefs = new Beliefs(counts)
  const offered = await listOffered(db, account)
  const mean = offered.reduce((sum, [, one]) => sum + one, 0) / Math.max(1, offered.length)
  return {
    beliefs: counts
      .map(({ person, intent, language }) => ({ person, name: names.get(person) ?? '', intent, language, ...beliefs.of(person, intent, language) }))
      .sort((a, b) => a.intent.localeCompare(b.intent) || a.language.localeCompare(b.language) || b.mean - a.mean),
    load: offered.map(([person, one]) => ({ person, name: names.get(person) ?? '', ofMean: mean > 0 ? one / mean : 1 })),
  }
}
