import { Badge, Tabs, type Tab } from '@lapor/ui';
import { useSearchParams } from 'react-router';
import { useText } from '../language/use-text.ts';
import { useFirstSight } from '../loading/use-first-sight.ts';
import { usePart } from '../loading/use-part.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { CASES_CHANGED_BY, CaseList, casesOf, type CaseState } from './case-list.tsx';
import { LetterList } from './letter-list.tsx';
import { OversightCountsDocument, OversightPageDocument } from './oversight.graphql.ts';

const LETTERS = 'surat';
/** Of the tab: what stands in the address, and which cases it holds. */
const STATES: readonly { id: string; states: CaseState[] }[] = [
  { id: 'baru', states: ['OPENED'] },
  { id: 'klarifikasi', states: ['CLARIFICATION_ASKED', 'CLARIFICATION_GIVEN'] },
  { id: 'rekomendasi', states: ['RECOMMENDATION'] },
  { id: 'berjalan', states: ['OPENED', 'CLARIFICATION_ASKED', 'CLARIFICATION_GIVEN', 'RECOMMENDATION'] },
  { id: 'ditutup', states: ['CLOSED'] },
];

/** The Ombudsman's cases by how far they are, and letters to heads (`/pengawasan`); the one that waits longest stands first. */
export function OversightPage({ consoleLabel }: { consoleLabel: string }) {
  const t = useText();
  usePageTitle(t('oversight.title'), consoleLabel);
  const [search, setSearch] = useSearchParams();
  const chosen = search.get('tahap') ?? 'baru';
  const tab = [...STATES.map(({ id }) => id), LETTERS].includes(chosen) ? chosen : 'baru';
  const statesOf = (id: string) => STATES.find((one) => one.id === id)?.states;
  const sight = useFirstSight({
    query: OversightPageDocument,
    // Whoever begins with the letters has the first stage at hand.
    variables: casesOf(statesOf(tab) ?? STATES[0]!.states),
    typenames: CASES_CHANGED_BY,
  });
  const [{ data }] = usePart({ query: OversightCountsDocument, variables: {}, sight });
  const countOf = (states: readonly CaseState[]) =>
    data?.oversightCounts
      ?.filter(({ state }) => states.includes(state))
      .reduce((sum, { count }) => sum + count, 0);
  const tabs: Tab<string>[] = [
    ...STATES.map(({ id, states }) => ({
      id,
      label: (
        <>
          {t(`oversight.tab.${id}` as 'oversight.tab.baru')} <Badge>{countOf(states) ?? '…'}</Badge>
        </>
      ),
    })),
    { id: LETTERS, label: t('oversight.letters') },
  ];
  return (
    <>
      <div>
        <h1>{t('oversight.title')}</h1>
        <p className="caption">{t('oversight.about')}</p>
      </div>
      <Tabs
        label={t('oversight.stages')}
        tabs={tabs}
        value={tab}
        onChange={(id) => setSearch({ tahap: id }, { replace: true })}
      >
        {tab === LETTERS ? <LetterList /> : <CaseList key={tab} states={statesOf(tab)!} sight={sight} />}
      </Tabs>
    </>
  );
}
