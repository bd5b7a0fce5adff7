import { Button, Checkbox, Field, FieldError, TextInput } from '@lapor/ui';
import { useText } from '../app/use-text.ts';
import type { CounterWords, Reporter, Requirement } from './counter-input.ts';

interface ReporterFieldsProps {
  words: CounterWords;
  change: (part: Partial<CounterWords>) => void;
  reporter: Reporter;
  onReporter: (part: Partial<Reporter>) => void;
  requirement: Requirement;
  faultAt: (name: string) => string | undefined;
}

const LINES = ['name', 'phone', 'email', 'address'] as const;
const WAYS: readonly string[] = ['phone', 'email'];
const kinds = { name: 'text', phone: 'tel', email: 'email', address: 'text' } as const;

/** Who reports, as far as the category needs it, and how the person is protected. */
export function ReporterFields(props: ReporterFieldsProps) {
  const { words, change, reporter, onReporter, requirement, faultAt } = props;
  const t = useText();
  const anonymousFault = faultAt('isAnonymous');
  const contactFault = faultAt('hasNoContact');
  return (
    <div className="stack stack-3">
      <div className={anonymousFault ? 'field field--error' : 'field'}>
        {anonymousFault && <FieldError>{anonymousFault}</FieldError>}
        <Checkbox
          label={t('counter.anonymous')}
          checked={words.isAnonymous}
          onChange={(event) => change({ isAnonymous: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('counter.confidential')}
          checked={words.isConfidential}
          onChange={(event) => change({ isConfidential: event.currentTarget.checked })}
        />
      </div>
      {words.isAnonymous ? (
        <p className="caption">{t('counter.anonymousHint')}</p>
      ) : (
        <>
          <p className="caption">{t(`counter.needs.${requirement}`)}</p>
          <div className="counter-pairs">
            {LINES.filter((name) => !words.hasNoContact || !WAYS.includes(name)).map((name) => (
              <Field key={name} label={t(`counter.reporter.${name}`)} error={faultAt(`reporter.${name}`)}>
                <TextInput
                  type={kinds[name]}
                  autoComplete="off"
                  value={reporter[name]}
                  onChange={(event) => onReporter({ [name]: event.currentTarget.value })}
                />
              </Field>
            ))}
            {requirement === 'IDENTITY' && (
              <Field
                label={t('counter.reporter.nik')}
                hint={t('counter.nikHint')}
                error={faultAt('reporter.nik')}
              >
                <TextInput
                  inputMode="numeric"
                  autoComplete="off"
                  value={reporter.nik}
                  onChange={(event) => onReporter({ nik: event.currentTarget.value })}
                />
              </Field>
            )}
          </div>
          <div className={contactFault ? 'field field--error' : 'field'}>
            {contactFault && <FieldError>{contactFault}</FieldError>}
            <Checkbox
              label={t('counter.noContact')}
              checked={words.hasNoContact}
              onChange={(event) => change({ hasNoContact: event.currentTarget.checked })}
            />
            {words.hasNoContact && <p className="caption">{t('counter.noContactHint')}</p>}
            {words.hasNoContact && requirement !== 'NONE' && (
              <p>
                <Button size="small" onClick={() => change({ category: null })}>
                  {t('counter.noContactMend')}
                </Button>
              </p>
            )}
          </div>
          <p className="caption">{t('counter.notKept')}</p>
        </>
      )}
    </div>
  );
}
