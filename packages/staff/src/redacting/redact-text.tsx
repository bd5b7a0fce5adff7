import { Button, Field, Kbd, Notice, redactIcon, TextArea, TextInput, useToast } from '@lapor/ui';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { DecisionDialog } from '../decisions/decision-dialog.tsx';
import { fieldText } from '../decisions/field-faults.ts';
import { useReportDecision } from '../decisions/use-report-decision.ts';
import { DraftMark } from '../drafts/draft-mark.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import { findPersonalData, redact, type PersonalDataKind } from '../report/verifying/find-personal-data.ts';
import { RedactReportDocument } from './redacting.graphql.ts';
import { beginWith, isComplete, RuleAndReason } from './rule-and-reason.tsx';
import { withoutSelection } from './without-selection.ts';

const labels: Record<PersonalDataKind, StaffMessageId> = {
  NIK: 'redact.nik',
  PHONE: 'redact.phone',
  EMAIL: 'redact.email',
  ACCOUNT: 'redact.account',
  PLATE: 'redact.plate',
  NAME: 'redact.name',
};

export interface RedactTextProps {
  report: { id: string; title: string; text: string };
  /** Verifiers judge by any rule and may give other words; an agency covers personal data, and nothing else. */
  anyRule: boolean;
  onClose: () => void;
  /** The report has other words now. */
  onDone?: () => void;
}

/**
 * Other words for what everybody reads of a report: select and mask, by button or Alt+S. Numbers and mail addresses are found by
 * themselves. The reporter's own words stay sealed, and the reporter is told why. Mounted while it is open.
 */
export function RedactText({ report, anyRule, onClose, onDone }: RedactTextProps) {
  const t = useText();
  const toast = useToast();
  const draft = useDraft(`redact:${report.id}`, {
    title: report.title,
    text: report.text,
    ...beginWith(anyRule),
  });
  const decision = useReportDecision(RedactReportDocument);
  const [tried, setTried] = useState(false);
  const [nothing, setNothing] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const line = useRef<HTMLInputElement>(null);
  const { value } = draft;
  const found = useMemo(() => findPersonalData(value.text), [value.text]);
  const { fields } = decision.faults;
  const unchanged = value.title.trim() === report.title.trim() && value.text.trim() === report.text.trim();

  function mask(field: 'title' | 'text') {
    const element = field === 'title' ? line.current : box.current;
    if (!element) return;
    const masked = withoutSelection(
      value[field],
      { from: element.selectionStart ?? 0, to: element.selectionEnd ?? 0 },
      t('redacting.mark'),
    );
    setNothing(masked === null);
    if (masked) {
      draft.change({ [field]: masked.text });
      requestAnimationFrame(() => {
        element.focus();
        element.setSelectionRange(masked.caret, masked.caret);
      });
    } else element.focus();
  }
  /** The field in which something is selected; the text when in none. */
  const maskSelected = () => {
    const { selectionStart = 0, selectionEnd = 0 } = line.current ?? {};
    mask(document.activeElement === line.current || selectionStart !== selectionEnd ? 'title' : 'text');
  };

  function onKey(event: KeyboardEvent, field: 'title' | 'text') {
    if (!event.altKey || event.code !== 'KeyS') return;
    event.preventDefault();
    mask(field);
  }

  async function submit() {
    setTried(true);
    if (unchanged || !isComplete(value)) return;
    const done = await decision.decide({
      reportId: report.id,
      title: value.title.trim() === report.title.trim() ? null : value.title.trim(),
      text: value.text.trim() === report.text.trim() ? null : value.text.trim(),
      rule: value.rule,
      reason: value.reason.trim(),
    });
    if (!done) return;
    draft.clear();
    toast({ text: t('redacting.textDone') });
    onClose();
    onDone?.();
  }

  return (
    <DecisionDialog
      open
      wide
      title={t('redacting.textTitle')}
      lead={<p className="caption">{t(anyRule ? 'redacting.textLead' : 'redacting.textLeadAgency')}</p>}
      submitLabel={t('redacting.submit')}
      busy={decision.busy}
      faults={decision.faults}
      mark={<DraftMark savedAt={draft.savedAt} unsaved={draft.unsaved} />}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {found.length > 0 && (
        <div className="redaction">
          <Notice tone="warning" icon={redactIcon} title={t('redact.found', { count: found.length })}>
            <p>{t('redact.foundHint')}</p>
          </Notice>
          <Button
            size="small"
            icon={redactIcon}
            onClick={() => draft.change({ text: redact(value.text, found, (kind) => t(labels[kind])) })}
          >
            {t('redact.now')}
          </Button>
        </div>
      )}
      <div className="stack stack-3">
        <Field
          label={t('verify.title')}
          error={fieldText(t, fields['title'], { COVERS_ONLY: 'redacting.coversOnly' })}
        >
          <TextInput
            ref={line}
            readOnly={!anyRule}
            onKeyDown={(event) => onKey(event, 'title')}
            value={value.title}
            onChange={(event) => draft.change({ title: event.currentTarget.value })}
          />
        </Field>
        <Field
          label={t('redacting.text')}
          hint={t('redacting.textHint')}
          error={fieldText(t, tried && unchanged ? 'UNCHANGED' : fields['text'], {
            UNCHANGED: 'redacting.unchanged',
            COVERS_ONLY: 'redacting.coversOnly',
          })}
          className="published-text"
        >
          <TextArea
            ref={box}
            readOnly={!anyRule}
            onKeyDown={(event) => onKey(event, 'text')}
            value={value.text}
            onChange={(event) => draft.change({ text: event.currentTarget.value })}
          />
        </Field>
      </div>
      <p className="row row--tight">
        <Button
          size="small"
          icon={redactIcon}
          // The selection of the field must outlive the click.
          onMouseDown={(event) => event.preventDefault()}
          onClick={maskSelected}
        >
          {t('redacting.maskSelection')} <Kbd>Alt S</Kbd>
        </Button>
        {!unchanged && (
          <Button
            size="small"
            variant="quiet"
            onClick={() => draft.change({ title: report.title, text: report.text })}
          >
            {t('redacting.backToBegin')}
          </Button>
        )}
        <span role="status" className="caption">
          {nothing ? t('redacting.selectFirst') : ''}
        </span>
      </p>
      <RuleAndReason value={value} onChange={draft.change} anyRule={anyRule} tried={tried} faults={fields} />
    </DecisionDialog>
  );
}
