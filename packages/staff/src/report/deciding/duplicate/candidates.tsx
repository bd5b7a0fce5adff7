import { Anchor, Badge, Button, Kbd, Panel, StatusPill } from '@lapor/ui';
import { lazy, Suspense, useState } from 'react';
import { readFragment, type FragmentOf } from '../../../graphql.ts';
import { useLanguage } from '../../../language/language-provider.tsx';
import { useText } from '../../../language/use-text.ts';
import { useShortcuts } from '../../../keyboard/use-shortcuts.ts';
import { useCandidateLine } from './candidate-line.tsx';
import { ComparedFields } from './duplicate.graphql.ts';
import { useCandidates } from './use-candidates.ts';

const CompareDialog = lazy(async () => ({ default: (await import('./compare-dialog.tsx')).CompareDialog }));

interface CandidatesProps {
  report: FragmentOf<typeof ComparedFields>;
  /** What the verifier has chosen. */
  categoryId: string | null;
  /** False while a colleague works on it. */
  mayMerge: boolean;
  onMerged: () => void;
}

/** "Perhaps the same as": each with place, distance, day and handler, and the way to compare and merge (D). */
export function Candidates({ report: masked, categoryId, mayMerge, onMerged }: CandidatesProps) {
  const report = readFragment(ComparedFields, masked);
  const t = useText();
  const { words } = useLanguage();
  const candidates = useCandidates(report, categoryId);
  const lineOf = useCandidateLine();
  const [comparing, setComparing] = useState<string | null>(null);
  const mayCompare = mayMerge && report.viewerCanMarkDuplicate;
  useShortcuts({ d: mayCompare ? () => setComparing(candidates[0]?.number ?? '') : undefined });
  return (
    <Panel
      title={t('similar.mayBe')}
      tools={
        <span className="row row--tight">
          <Badge>{candidates.length}</Badge>
          {mayCompare && (
            <Button size="small" variant="quiet" onClick={() => setComparing(candidates[0]?.number ?? '')}>
              {t('similar.compare')} <Kbd>D</Kbd>
            </Button>
          )}
        </span>
      }
    >
      {candidates.length === 0 ? (
        <p className="caption">{t('similar.none')}</p>
      ) : (
        <ul className="lines">
          {candidates.map((other) => (
            <li key={other.id}>
              <div>
                <Anchor href={`/laporan/${other.number}`}>{other.title}</Anchor>
                <p className="caption">{lineOf(report, other)}</p>
              </div>
              <span className="row row--tight">
                <StatusPill state={other.state}>{words.states[other.state]}</StatusPill>
                {mayCompare && (
                  <Button
                    size="small"
                    aria-label={t('similar.compareWith', { title: other.title })}
                    onClick={() => setComparing(other.number)}
                  >
                    {t('similar.compare')}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {comparing !== null && (
        <Suspense fallback={null}>
          <CompareDialog
            report={report}
            candidates={candidates}
            first={comparing}
            onClose={() => setComparing(null)}
            onMerged={onMerged}
          />
        </Suspense>
      )}
    </Panel>
  );
}
