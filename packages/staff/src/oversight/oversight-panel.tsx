import { ombudsmanIcon, Icon, Panel, Skeleton } from '@lapor/ui';
import { lazy, Suspense } from 'react';
import { useQuery } from 'urql';
import { useText } from '../language/use-text.ts';
import { ReportOversightDocument } from './oversight.graphql.ts';

// Few reports have a case, so its view and its words come when one has.
const CaseView = lazy(async () => ({ default: (await import('./index.ts')).CaseView }));

/** On the page of a report: what the Ombudsman asks, and the answer. Nothing where there is no case that the officer reads. */
export function OversightPanel({ number }: { number: string }) {
  const t = useText();
  const [{ data }, ask] = useQuery({
    query: ReportOversightDocument,
    variables: { number },
    requestPolicy: 'cache-and-network',
  });
  const kase = data?.report?.oversight?.case;
  if (!kase) return null;
  return (
    <Panel title={t('oversight.title')} tools={<Icon of={ombudsmanIcon} />}>
      <Suspense fallback={<Skeleton label={t('oversight.title')} lines={4} />}>
        <CaseView case={kase} onDone={() => ask({ requestPolicy: 'network-only' })} />
      </Suspense>
    </Panel>
  );
}
