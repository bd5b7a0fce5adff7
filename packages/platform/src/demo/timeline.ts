import { v5 as uuidv5 } from 'uuid';
import type { Viewer } from '@lapor/viewer';
import {
  answerReport,
  archiveReport,
  confirmReport,
  disposeReport,
  disputeReport,
  postponeReport,
  rateReport,
  replyToReport,
  requestInformation,
  returnReport,
  submitReport,
  verifyReport,
  type ReportsDependencies,
  type Result,
} from '@lapor/service-reports';
import { reporterOf, type Sample } from './samples.ts';
import { DEMO_CITIZEN, DEMO_OFFICERS } from './accounts.ts';

/** What happens to a demo report, in order; `at` counts hours from its submission. */
export type Step =
  | {
      at: number;
      do: 'verify';
      to: string;
      class:
        | 'INFORMATION_REQUEST'
        | 'ASPIRATION'
        | 'GRIEVANCE'
        | 'DISPUTE_WITHOUT_INSPECTION'
        | 'DISPUTE_WITH_INSPECTION';
    }
  | { at: number; do: 'dispose'; to: string }
  | {
      at: number;
      do: 'answer';
      kind: 'ACKNOWLEDGEMENT' | 'PLAN' | 'RESULT' | 'OBSTACLE';
      text: string;
      promisedAfterDays?: number;
      /** Of a result; SOLVED when absent. */
      outcome?: 'SOLVED' | 'PARTLY_SOLVED' | 'CANNOT_BE_SOLVED';
      /** Of an obstacle. */
      obstacleReason?:
        'BUDGET' | 'AUTHORITY' | 'WEATHER' | 'MATERIAL' | 'WAITING_FOR_OTHERS' | 'LEGAL' | 'OTHER';
    }
  | { at: number; do: 'ask'; text: string }
  | { at: number; do: 'postpone'; text: string }
  | {
      at: number;
      do: 'archive';
      code: 'SPAM' | 'HATE_OR_HOAX' | 'DUPLICATE' | 'REFERRED_OUTSIDE';
      text: string;
    }
  | { at: number; do: 'return'; text: string }
  | { at: number; do: 'reply'; text: string }
  | { at: number; do: 'confirm' }
  | { at: number; do: 'dispute'; text: string }
  | { at: number; do: 'rate'; score: number };

/** A demo report: what was written, when, and its steps. */
export interface Story {
  key: string;
  sample: Sample;
  submittedAt: Date;
  steps: readonly Step[];
}

const NAMESPACE = '5b0c6a52-6d9e-4f0e-9a58-2f6a7f6b1708';
const HOUR = 3_600_000;

/** One act of the demo at its instant. */
export interface Act {
  at: Date;
  run(deps: ReportsDependencies): Promise<void>;
}

/** The acts of all stories in the order of time, up to `until`. Each is idempotent by a key of its own: seeding may be cut off and repeated. */
export function actsOf(stories: readonly Story[], until: Date): Act[] {
  const acts = stories.flatMap((story) => {
    const cast: Cast = { reportId: null, handler: null };
    const submit: Act = {
      at: story.submittedAt,
      run: async (deps) => void (cast.reportId = await submitStory(deps, story)),
    };
    let before = story.submittedAt;
    const steps = story.steps.map((step, index): Act => {
      const wanted = new Date(story.submittedAt.getTime() + step.at * HOUR);
      const at = BY_CITIZEN.includes(step.do) ? daytime(wanted) : officeHours(wanted);
      before = at > before ? at : new Date(before.getTime() + HOUR / 4);
      return {
        at: before,
        run: (deps) => play(deps, story, cast, step, uuidv5(`${story.key}:${index}`, NAMESPACE)),
      };
    });
    return [submit, ...steps];
  });
  return acts.filter(({ at }) => at <= until).toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

const BY_CITIZEN: readonly Step['do'][] = ['reply', 'confirm', 'dispute', 'rate'];
const WIB_HOURS = 7;

/** The same day at an hour between `from` and `to` in western Indonesia; minutes stay. */
function withinHours(at: Date, from: number, to: number): Date {
  const local = new Date(at.getTime() + WIB_HOURS * HOUR);
  local.setUTCHours(from + (local.getUTCHours() % (to - from)));
  return new Date(local.getTime() - WIB_HOURS * HOUR);
}

/** When people write: from seven in the morning to nine in the evening. */
export const daytime = (at: Date): Date => withinHours(at, 7, 21);

/** When officers work: Monday to Friday, eight to four. A weekend's work is done on Monday. */
function officeHours(at: Date): Date {
  const day = new Date(at.getTime() + WIB_HOURS * HOUR).getUTCDay();
  const daysOff = day === 6 ? 2 : day === 0 ? 1 : 0;
  return withinHours(new Date(at.getTime() + daysOff * 24 * HOUR), 8, 16);
}

interface Cast {
  reportId: string | null;
  handler: string | null;
}

/** The demo has no photos of works. */
const NO_PHOTO = 'Petugas tidak sempat mengambil foto di lokasi.';

const NATIONAL: Viewer = viewerAt('kemenpanrb', 'NATIONAL_ADMIN');

/** The demo officer at an organisation; where there is none, somebody without an account. */
function viewerAt(
  organisationId: string,
  role: 'NATIONAL_ADMIN' | 'AGENCY_ADMIN' | 'LIAISON_OFFICER',
): Viewer {
  const account = DEMO_OFFICERS.find(({ posts }) =>
    posts.some((post) => post.organisationId === organisationId && post.role === role),
  );
  return { kind: 'officer', accountId: account?.id, posts: [{ role, organisationId }], reportGrants: [] };
}

/** The government above a unit of the demo, by the form of its id (`opd-13-71-dpupr` → the admin of 13.71). */
function governmentOf(unit: string): string {
  const match = /^opd-(\d\d)(?:-(\d\d))?-/.exec(unit);
  if (!match) return unit;
  const [, province, regency] = match;
  if (!regency) return `pemprov-${province}`;
  return `${Number(regency) >= 71 ? 'pemkot' : 'pemkab'}-${province}-${regency}`;
}

async function submitStory(deps: ReportsDependencies, { key, sample }: Story): Promise<string> {
  const { viewer, reporter, isAnonymous, isConfidential } = reporterOf(sample, key, DEMO_CITIZEN.id);
  const result = await submitReport(
    deps,
    {
      submissionKey: uuidv5(key, NAMESPACE),
      kind: sample.type,
      title: sample.title,
      text: sample.text,
      regionCode: sample.region_code,
      point: sample.point,
      categoryId: sample.category_id,
      suggestedOrganisationId: sample.expected_org,
      isAnonymous,
      isConfidential,
      reporter,
    },
    viewer,
    sample.channel,
  );
  return expectDone(result, key).reportId;
}

async function play(
  deps: ReportsDependencies,
  story: Story,
  cast: Cast,
  step: Step,
  requestKey: string,
): Promise<void> {
  const reportId = cast.reportId!;
  const request = { reportId, requestKey };
  const reporter: Viewer = { kind: 'public', posts: [], reportGrants: [reportId] };
  const unit =
    cast.handler === null
      ? NATIONAL
      : viewerAt(cast.handler, cast.handler.startsWith('opd-') ? 'LIAISON_OFFICER' : 'AGENCY_ADMIN');
  const label = `${story.key} ${step.do}`;
  switch (step.do) {
    case 'verify':
      cast.handler = step.to;
      return void expectDone(
        await verifyReport(
          deps,
          {
            ...request,
            class: step.class,
            categoryId: story.sample.category_id,
            leadOrganisationId: step.to,
            safeToPublish: true,
            supportingDataChecked: true,
            redactedText: story.sample.redactedText,
          },
          NATIONAL,
        ),
        label,
      );
    case 'dispose': {
      cast.handler = step.to;
      return void expectDone(
        await disposeReport(
          deps,
          { ...request, organisationId: step.to },
          viewerAt(governmentOf(step.to), 'AGENCY_ADMIN'),
        ),
        label,
      );
    }
    case 'answer': {
      const promised =
        step.promisedAfterDays === undefined
          ? null
          : new Date(deps.clock.now().getTime() + step.promisedAfterDays * 24 * HOUR)
              .toISOString()
              .slice(0, 10);
      return void expectDone(
        await answerReport(
          deps,
          {
            ...request,
            kind: step.kind,
            text: step.text,
            promisedOn: promised,
            ...(step.kind === 'RESULT'
              ? { outcome: step.outcome ?? 'SOLVED', noProofReason: NO_PHOTO }
              : { obstacleReason: step.obstacleReason ?? null }),
          },
          unit,
        ),
        label,
      );
    }
    case 'ask':
      return void expectDone(await requestInformation(deps, { ...request, text: step.text }, unit), label);
    case 'postpone':
      return void expectDone(
        await postponeReport(deps, { ...request, missingData: step.text }, NATIONAL),
        label,
      );
    case 'archive':
      return void expectDone(
        await archiveReport(deps, { ...request, code: step.code, text: step.text }, NATIONAL),
        label,
      );
    case 'return':
      return void expectDone(
        await returnReport(deps, { ...request, reason: 'OTHER_LEVEL', text: step.text }, unit),
        label,
      );
    case 'reply':
      return void expectDone(await replyToReport(deps, { ...request, text: step.text }, reporter), label);
    case 'confirm':
      return void expectDone(await confirmReport(deps, request, reporter), label);
    case 'dispute':
      return void expectDone(await disputeReport(deps, { ...request, text: step.text }, reporter), label);
    case 'rate':
      return void expectDone(await rateReport(deps, { ...request, score: step.score }, reporter), label);
  }
}

function expectDone<Value>(result: Result<Value>, label: string): Value {
  if (!result.ok)
    throw new Error(`The demo could not be made: ${label} was refused (${JSON.stringify(result.failure)})`);
  return result.value;
}
