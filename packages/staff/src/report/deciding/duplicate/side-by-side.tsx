import { Facts, Skeleton, StatusPill } from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useId, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { useDates } from '../../../dates/use-dates.ts';
import { useLanguage } from '../../../language/language-provider.tsx';
import { useText } from '../../../language/use-text.ts';
import { LoadFailure } from '../../../loading/load-failure.tsx';
import { distanceKm, sayDistance } from './distance.ts';
import { OtherReportDocument } from './duplicate.graphql.ts';
import { markedPieces, sharedWords } from './shared-words.ts';
import type { Compared } from './use-candidates.ts';

/** The report and the other one, with the words marked that both have. */
export function SideBySide({ report, number }: { report: Compared; number: string }) {
  const t = useText();
  const { words } = useLanguage();
  const [{ data, fetching, error }, ask] = useQuery({ query: OtherReportDocument, variables: { number } });
  const other = data?.report;
  if (error)
    return (
      <LoadFailure
        error={error}
        title={t('duplicate.otherFailed')}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      />
    );
  if (fetching) return <Skeleton label={t('report.loading')} lines={4} />;
  if (!other) return <p role="status">{t('duplicate.otherNotFound')}</p>;
  const shared = sharedWords(`${report.title} ${report.text}`, `${other.title} ${other.text}`);
  const distance =
    report.point && other.point ? sayDistance(distanceKm(report.point, other.point), words.locale) : null;
  return (
    <>
      <p className="caption" role="status">
        {[t('duplicate.sharedWords', { count: shared.size }), distance && t('duplicate.apart', { distance })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="cols cols--half">
        <One title={t('duplicate.this')} report={report} shared={shared} />
        <One title={t('duplicate.other')} report={other} shared={shared}>
          {other.handler && <>{other.handler.name}</>}
        </One>
      </div>
    </>
  );
}

interface OneProps {
  title: string;
  report: Pick<Compared, 'number' | 'title' | 'text' | 'state' | 'submittedAt' | 'placeText' | 'region'>;
  shared: ReadonlySet<string>;
  /** Who handles it. */
  children?: ReactNode;
}

function One({ title, report, shared, children }: OneProps) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const id = useId();
  const place = [report.placeText, report.region?.fullName].filter(Boolean).join(', ');
  const marked = (text: string) =>
    markedPieces(text, shared).map(({ text: piece, isShared }, index) =>
      isShared ? (
        <mark key={index} className="shared">
          {piece}
        </mark>
      ) : (
        piece
      ),
    );
  return (
    <section className="textbox stack stack-2" aria-labelledby={id}>
      <h3 className="h4" id={id}>
        {title} <span className="code muted">{formatReportNumber(report.number)}</span>
      </h3>
      <p lang="id">
        <strong>{marked(report.title)}</strong>
      </p>
      <p className="narrative" lang="id">
        {marked(report.text)}
      </p>
      <Facts
        rows={[
          [
            t('duplicate.state'),
            <StatusPill key="state" state={report.state}>
              {words.states[report.state]}
            </StatusPill>,
          ],
          [t('duplicate.submitted'), dates.moment(report.submittedAt, 'date')],
          [t('report.place'), place || <span className="muted">{t('report.noPlace')}</span>],
          ...(children ? [[t('report.lead'), children] as const] : []),
        ]}
      />
    </section>
  );
}
