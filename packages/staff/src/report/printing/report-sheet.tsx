import { formatReportNumber } from '@lapor/wording';
import { useEffect, useState } from 'react';
import { useDates } from '../../dates/use-dates.ts';
import { readFragment, type FragmentOf } from '../../graphql.ts';
import { useLanguage } from '../../language/language-provider.tsx';
import { useText } from '../../language/use-text.ts';
import { useSession } from '../../session/session-context.ts';
import { shortened } from './shortened.ts';
import { ReportClocksFields } from '../clocks/clocks.graphql.ts';
import { lookOf } from '../history/entry-look.ts';
import { ReportHistoryFields } from '../history/history.graphql.ts';
import { ReportHeadFields, ReportTextFields } from '../reading/report-reading.graphql.ts';

/** So much fits on one sheet of A4. */
const MOST_LETTERS = 1_400;
const MOST_ENTRIES = 10;
const MOST_LETTERS_OF_ANSWER = 600;

/** What the page reads anyway. */
type PrintedReport = FragmentOf<typeof ReportHeadFields> &
  FragmentOf<typeof ReportTextFields> &
  FragmentOf<typeof ReportClocksFields> &
  FragmentOf<typeof ReportHistoryFields>;

/**
 * One report on one sheet: text, facts, deadlines, the latest steps with what the agency answered and promised, as the officer may read it.
 * Not who reported it, nor which officer did what, nor what was talked about. Drawn only while
 * the page is printed.
 */
export function ReportSheet({ report: masked }: { report: PrintedReport }) {
  const report = { ...readFragment(ReportHeadFields, masked), ...readFragment(ReportTextFields, masked) };
  const { clocks } = readFragment(ReportClocksFields, masked);
  const { history } = readFragment(ReportHistoryFields, masked);
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const { workplace } = useSession();
  const printing = usePrinting();
  if (!printing) return null;
  const deadlines = (clocks ?? []).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  const steps = history.slice(0, MOST_ENTRIES).map((entry) => ({
    ...entry,
    // Of an answer that was put right the words that stand.
    answer: lookOf(entry.kind).frame === 'official' ? (entry.correctedBy?.text ?? entry.text) : null,
  }));
  const isShortened =
    report.text.length > MOST_LETTERS ||
    steps.some(({ answer }) => (answer?.length ?? 0) > MOST_LETTERS_OF_ANSWER);
  const of = (role: 'LEAD' | 'CO_HANDLER') =>
    report.assignments
      .filter((one) => one.role === role)
      .map(({ organisation }) => organisation.name)
      .join(', ');
  const rows: (readonly [string, string])[] = [
    [t('report.place'), [report.placeText, report.region?.fullName].filter(Boolean).join(', ')],
    [t('report.occurredOn'), report.occurredOn ? dates.day(report.occurredOn) : ''],
    [t('report.category'), report.category?.path ?? ''],
    [t('printing.class'), report.class ? words.classes[report.class] : words.kinds[report.kind]],
    [t('report.lead'), of('LEAD')],
    [t('report.coHandlers'), of('CO_HANDLER')],
    [t('printing.received'), dates.moment(report.submittedAt)],
  ];
  return (
    <article className="report-sheet" lang="id">
      <header>
        <p>
          LAPOR! · {workplace.organisation.name}
          {report.isConfidential && ` · ${t('flag.confidential')}`}
        </p>
        <h1>{report.title}</h1>
        <p>
          {t('printing.number', { number: formatReportNumber(report.number) })} · {words.states[report.state]}
        </p>
      </header>
      <p className="narrative">{shortened(report.text, MOST_LETTERS)}</p>
      {isShortened && <p>{t('printing.shortened')}</p>}
      <dl>
        {rows
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {deadlines.length > 0 && (
        <section>
          <h2>{t('clocks.title')}</h2>
          <table>
            <tbody>
              {deadlines.map((clock) => (
                <tr key={clock.id}>
                  <th scope="row">{words.clocks[clock.kind]}</th>
                  <td>{dates.day(clock.dueOn)}</td>
                  <td>{words.clockStatuses[clock.status]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <section>
        <h2>{t('printing.steps', { count: steps.length })}</h2>
        <table>
          <tbody>
            {steps.map((entry) => (
              <tr key={entry.id}>
                <td>{dates.moment(entry.at, 'short')}</td>
                <td>
                  {words.history({
                    kind: entry.kind,
                    actorKind: entry.actorKind,
                    toReporter: false,
                    organisation: entry.organisation?.name,
                    toOrganisation: entry.toOrganisation?.name,
                    reasonCode: entry.reasonCode,
                  })}
                  {entry.answer && (
                    <p className="narrative">{shortened(entry.answer, MOST_LETTERS_OF_ANSWER)}</p>
                  )}
                  {entry.promisedOn && <p>{t('history.promised', { day: dates.day(entry.promisedOn) })}</p>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <footer>{t('printing.printed', { moment: dates.moment(new Date().toISOString()) })}</footer>
    </article>
  );
}

/** Whether the browser is about to print the page, or shows how it would. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(() => matchMedia('print').matches);
  useEffect(() => {
    const media = matchMedia('print');
    const follow = () => setPrinting(media.matches);
    const begin = () => setPrinting(true);
    const end = () => setPrinting(false);
    media.addEventListener('change', follow);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      media.removeEventListener('change', follow);
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
