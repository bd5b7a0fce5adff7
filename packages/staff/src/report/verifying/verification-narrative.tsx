import { Button, Field, Kbd, Notice, redactIcon, TextArea, TextInput } from '@lapor/ui';
import { useMemo } from 'react';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { useText, type StaffMessageId } from '../../language/use-text.ts';
import { findPersonalData, piecesOf, redact, type PersonalDataKind } from './find-personal-data.ts';
import type { Verification } from './use-verification.ts';

const labels: Record<PersonalDataKind, StaffMessageId> = {
  NIK: 'redact.nik',
  PHONE: 'redact.phone',
  EMAIL: 'redact.email',
};

/** The original beside what will be published, with found personal data marked. The original stays sealed. */
export function VerificationNarrative({ verification }: { verification: Verification }) {
  const t = useText();
  const { report, draft, faultAt } = verification;
  const found = useMemo(() => findPersonalData(report.text), [report.text]);
  const left = useMemo(() => findPersonalData(draft.value.published), [draft.value.published]);
  const redactAll = () =>
    draft.change({ published: redact(draft.value.published, left, (kind) => t(labels[kind])) });
  useShortcuts({ s: left.length > 0 && !report.isConfidential ? redactAll : undefined });

  if (report.isConfidential) {
    return (
      <>
        <Notice tone="info">
          <p>{t('verify.confidential')}</p>
        </Notice>
        <p className="prose narrative">{report.text}</p>
      </>
    );
  }
  return (
    <>
      {left.length > 0 ? (
        <div className="redaction">
          <Notice tone="warning" icon={redactIcon} title={t('redact.found', { count: left.length })}>
            <p>{t('redact.foundHint')}</p>
          </Notice>
          <Button size="small" icon={redactIcon} onClick={redactAll}>
            {t('redact.now')} <Kbd>S</Kbd>
          </Button>
        </div>
      ) : (
        found.length > 0 && (
          <Notice tone="success">
            <p>{t('redact.done')}</p>
          </Notice>
        )
      )}
      <Field label={t('verify.title')} error={faultAt('title')}>
        <TextInput
          value={draft.value.title}
          onChange={(event) => draft.change({ title: event.currentTarget.value })}
        />
      </Field>
      <div className="cols cols--half">
        <section className="stack stack-2" aria-labelledby="original-text">
          <h3 className="h4" id="original-text">
            {t('verify.original')}
          </h3>
          <p className="textbox narrative">
            {piecesOf(report.text, found).map(({ text, kind }, index) =>
              kind ? (
                <mark key={index} className="pii">
                  {text}
                </mark>
              ) : (
                text
              ),
            )}
          </p>
        </section>
        <Field label={t('verify.published')} error={faultAt('redactedText')} className="published-text">
          <TextArea
            value={draft.value.published}
            onChange={(event) => draft.change({ published: event.currentTarget.value })}
          />
        </Field>
      </div>
    </>
  );
}
