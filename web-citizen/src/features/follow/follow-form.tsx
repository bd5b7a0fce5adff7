import { useMemo, useState, type FormEvent } from 'react';
import { useClient } from 'urql';
import { useLocation } from 'wouter';
import { Anchor, Button, ErrorSummary, Field, TextInput } from '@lapor/ui';
import {
  formatAccessCode,
  formatReportNumber,
  parseAccessCode,
  parseNumberAndCode,
  parseReportNumber,
} from '@lapor/wording';
import { useT, type MessageId } from '../../app/language-provider.tsx';
import { openReport } from './open-report.ts';

type Problem = 'number' | 'code' | 'notFound' | 'tooMany' | 'unreachable';

const messages: Record<Problem, MessageId> = {
  number: 'open.numberFault',
  code: 'open.codeFault',
  notFound: 'open.notFound',
  tooMany: 'open.tooMany',
  unreachable: 'open.unreachable',
};

interface FollowFormProps {
  /** Known already, e.g. from the address. */
  number?: string;
  /** On a page of its own, whose heading and help stand around it. */
  alone?: boolean;
}

/** Number and code open the own report. Both may be pasted at once, as the done page copies them. */
export function FollowForm({ number: given = '', alone }: FollowFormProps) {
  const t = useT();
  const client = useClient();
  const [, navigate] = useLocation();
  const [number, setNumber] = useState(formatReportNumber(given));
  const [code, setCode] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);

  function takeNumber(typed: string) {
    const both = parseNumberAndCode(typed);
    if (both) setCode(formatAccessCode(both.accessCode));
    setNumber(both ? formatReportNumber(both.number) : typed);
  }

  async function open(event: FormEvent) {
    event.preventDefault();
    const parsed = { number: parseReportNumber(number), accessCode: parseAccessCode(code) };
    const faults: Problem[] = [];
    if (!parsed.number) faults.push('number');
    if (!parsed.accessCode) faults.push('code');
    setProblems(faults);
    if (!parsed.number || !parsed.accessCode) return;
    setBusy(true);
    const result = await openReport(client, { number: parsed.number, accessCode: parsed.accessCode });
    setBusy(false);
    if (result.ok) return navigate(`/laporan/${result.number}`);
    setProblems([
      ({ NOT_FOUND: 'notFound', TOO_MANY: 'tooMany', UNREACHABLE: 'unreachable' } as const)[result.code],
    ]);
  }

  const say = (problem: Problem) => t(messages[problem]);
  // The same list as long as nothing new was found: the summary takes the focus from whoever types otherwise.
  const faults = useMemo(
    () =>
      problems.map((problem) => ({
        fieldId: problem === 'code' ? 'access-code' : 'report-number',
        message: t(messages[problem]),
      })),
    [problems, t],
  );
  return (
    <form
      className="card stack"
      onSubmit={(event) => void open(event)}
      noValidate
      aria-label={t('open.open')}
    >
      {!alone && <h2>{t('open.alreadyReported')}</h2>}
      <ErrorSummary title={t('open.notOpened')} faults={faults} />
      <Field
        id="report-number"
        label={t('common.reportNumber')}
        hint={t('open.numberHint')}
        error={problems.includes('number') ? say('number') : undefined}
      >
        <TextInput
          code
          inputMode="numeric"
          autoComplete="off"
          value={number}
          onChange={(event) => takeNumber(event.currentTarget.value)}
          onBlur={() => setNumber(tidy(number, parseReportNumber, formatReportNumber))}
        />
      </Field>
      <Field
        id="access-code"
        label={t('common.accessCode')}
        hint={t('open.codeHint')}
        error={problems.includes('code') ? say('code') : undefined}
      >
        <TextInput
          code
          inputMode="numeric"
          autoComplete="off"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          onBlur={() => setCode(tidy(code, parseAccessCode, formatAccessCode))}
        />
      </Field>
      <Button type="submit" block busy={busy}>
        {t('open.open')}
      </Button>
      {!alone && (
        <p className="caption">
          <Anchor href="/lacak">{t('open.lost')}</Anchor>
        </p>
      )}
    </form>
  );
}

/** In groups of four once it is whole; as it was typed before. */
function tidy(
  typed: string,
  parse: (text: string) => string | null,
  format: (digits: string) => string,
): string {
  const digits = parse(typed);
  return digits ? format(digits) : typed;
}
