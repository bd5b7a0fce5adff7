import { Facts, Panel, Tag, shieldIcon } from '@lapor/ui';
import type { ReactNode } from 'react';
import { useDates } from '../../dates/use-dates.ts';
import { readFragment, type FragmentOf, type ResultOf } from '../../graphql.ts';
import { useLanguage } from '../../language/language-provider.tsx';
import { useText } from '../../language/use-text.ts';
import { IdentityButton } from '../identity/identity-button.tsx';
import { Attachments } from './attachments.tsx';
import { ReportTextFields } from './report-reading.graphql.ts';

/** What the citizen wrote, with place, category and pictures. `narrative` takes the place of the text while it is edited. */
export function ReportText({
  report: masked,
  narrative,
}: {
  report: FragmentOf<typeof ReportTextFields>;
  narrative?: ReactNode;
}) {
  const report = readFragment(ReportTextFields, masked);
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const hasPictures = report.attachments.length > 0;
  return (
    <Panel
      title={t('report.text')}
      tools={
        <span className="caption">
          {t('report.via', {
            channel: words.channels[report.channel],
            moment: dates.moment(report.submittedAt),
          })}
        </span>
      }
    >
      <div className={hasPictures && !narrative ? 'report-body' : 'stack stack-3'}>
        <div className="stack stack-3">
          {narrative ?? (
            <p className="prose narrative" lang="id">
              {report.text}
            </p>
          )}
          <ReportFacts report={report} />
        </div>
        {hasPictures && (
          <div className="stack stack-2">
            <Attachments attachments={report.attachments} />
          </div>
        )}
      </div>
    </Panel>
  );
}

type Report = ResultOf<typeof ReportTextFields>;

function ReportFacts({ report }: { report: Report }) {
  const t = useText();
  const dates = useDates();
  const place = [report.placeText, report.region?.fullName].filter(Boolean).join(', ');
  const coHandlers = report.assignments.filter(({ role }) => role === 'CO_HANDLER');
  const lead = report.assignments.find(({ role }) => role === 'LEAD');
  const rows: (readonly [ReactNode, ReactNode])[] = [
    [
      t('report.place'),
      <>
        {place || <span className="muted">{t('report.noPlace')}</span>}
        {report.point && (
          <>
            {' · '}
            <a
              href={`https://www.openstreetmap.org/?mlat=${report.point.latitude}&mlon=${report.point.longitude}#map=17/${report.point.latitude}/${report.point.longitude}`}
              target="_blank"
              rel="noreferrer"
            >
              {t('report.map')}
            </a>
          </>
        )}
      </>,
    ],
  ];
  if (report.occurredOn) rows.push([t('report.occurredOn'), dates.day(report.occurredOn)]);
  rows.push([
    t('report.category'),
    report.category ? (
      <>
        {report.category.path}
        {report.category.isSensitive && (
          <>
            {' '}
            <Tag icon={shieldIcon}>{t('category.sensitive')}</Tag>
          </>
        )}
      </>
    ) : (
      <span className="muted">{t('report.noCategory')}</span>
    ),
  ]);
  if (lead) rows.push([t('report.lead'), lead.organisation.name]);
  if (coHandlers.length > 0)
    rows.push([t('report.coHandlers'), coHandlers.map(({ organisation }) => organisation.name).join(', ')]);
  if (!lead && report.suggestedOrganisation) rows.push([t('report.hint'), report.suggestedOrganisation.name]);
  rows.push([
    t('report.reporter'),
    <>
      {report.reporterLabel}
      {report.viewerCanRevealIdentity && (
        <>
          {' · '}
          <IdentityButton reportId={report.id} />
        </>
      )}
    </>,
  ]);
  if (report.supportCount > 0)
    rows.push([t('report.support'), t('report.supporters', { count: report.supportCount })]);
  if (report.missingData) rows.push([t('report.missing'), report.missingData]);
  return <Facts rows={rows} />;
}
