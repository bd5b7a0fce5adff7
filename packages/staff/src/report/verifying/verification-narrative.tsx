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
  ACCOUNT: 'redact.account',
  PLATE: 'redact.plate',
  NAME: 'redact.name',
};

/** The original beside what will be published, with found personal data marked. The original stays sealed. */
export function VerificationNarrative({ verification }: { verification: Verification }) {
  const t = useText();
  const { report, draft, left, leftCount, faultAt } = verification;
  const found = useMemo(() => findPersonalData(report.text), [report.text]);
  const label = (kind: PersonalDataKind) => t(labels[kind]);
  const redactAll = () =>
    draft.change({
      title: redact(draft.value.title, left.title, label),
      published: redact(draft.value.published, left.published, label),
    });
  const keep = (text: string) => draft.change({ kept: [...draft.value.kept, text] });
  const items = [
    ...left.title.map((finding) => ({ ...finding, place: 'title' as const })),
    ...left.published.map((finding) => ({ ...finding, place: 'published' as const })),
  ].map((item) => ({ ...item, text: draft.value[item.place].slice(item.from, item.to) }));
  const first = items[0];
  const asks = first !== undefined && !report.isConfidential;
  // Not B: on other pages it begins an answer, and here it would let through what was found.
  useShortcuts({ s: asks ? redactAll : undefined, v: asks ? () => keep(first.text) : undefined });

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
      {leftCount > 0 ? (
        <>
          <div className="redaction">
            <Notice tone="warning" icon={redactIcon} title={t('redact.found', { count: leftCount })}>
              <p>{t('redact.foundHint')}</p>
            </Notice>
            <Button size="small" icon={redactIcon} onClick={redactAll}>
              {t(leftCount > 1 ? 'redact.all' : 'redact.now')} <Kbd>S</Kbd>
            </Button>
          </div>
          <ul className="lines" aria-label={t('redact.found', { count: leftCount })}>
            {items.map(({ place, kind, from, to, text }, index) => (
              <li key={`${place} ${from}`}>
                <span>
                  <mark className="pii">{text}</mark>{' '}
                  <span className="caption">{t(`redact.kind.${kind}`)}</span>
                </span>
                <span className="row row--tight">
                  <Button
                    size="small"
                    aria-label={t('redact.nowOf', { text })}
                    onClick={() =>
                      draft.change({ [place]: redact(draft.value[place], [{ kind, from, to }], label) })
                    }
                  >
                    {t('redact.now')}
                  </Button>
                  <Button
                    size="small"
                    variant="quiet"
                    aria-label={t('redact.keepOf', { text })}
                    onClick={() => keep(text)}
                  >
                    {t('redact.keep')} {index === 0 && <Kbd>V</Kbd>}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </>
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
