import { ombudsmanIcon, Icon, Panel, Skeleton } from '@lapor/ui';
import { lazy, Suspense } from 'react';
import { readFragment, type FragmentOf } from '../graphql.ts';
import { useText } from '../language/use-text.ts';
import { ReportOversightFields } from './oversight.graphql.ts';

// Few reports have a case, so its view and its words come when one has, or when one may be opened.
const CaseView = lazy(async () => ({ default: (await import('./index.ts')).CaseView }));
const OpenOversight = lazy(async () => ({ default: (await import('./index.ts')).OpenOversight }));

/**
 * On the page of a report: what the Ombudsman asks, and the answer; for staff of the Ombudsman the way to open a case. Nothing where there
 * is no case that the officer reads and none to be opened.
 */
export function OversightPanel({
  report: masked,
  onDone,
}: {
  report: FragmentOf<typeof ReportOversightFields>;
  /** Something was done: the page is asked for again. */
  onDone: () => void;
}) {
  const t = useText();
  const report = readFragment(ReportOversightFields, masked);
  const kase = report.oversight?.case;
  const canOpen = report.viewerCanOpenOversight ?? false;
  if (!kase && !canOpen) return null;
  return (
    <Panel title={t('oversight.title')} tools={<Icon of={ombudsmanIcon} />}>
      <Suspense fallback={<Skeleton label={t('oversight.title')} lines={4} />}>
        <div className="stack stack-3">
          {canOpen && <OpenOversight reportId={report.id} onDone={onDone} />}
          {kase && <CaseView case={kase} onDone={onDone} />}
        </div>
      </Suspense>
    </Panel>
  );
}
