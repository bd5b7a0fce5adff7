import { Card, Icon, eyeIcon, hiddenIcon, lockIcon } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';

const steps = ['tell', 'check', 'act', 'judge'] as const;
const protections = [
  ['open', eyeIcon],
  ['anonymous', hiddenIcon],
  ['confidential', lockIcon],
] as const;

/** What happens to a report, and who decides what of it is seen. */
export function Promises() {
  const t = useT();
  return (
    <>
      <section className="section" aria-labelledby="steps">
        <h2 id="steps">{t('below.steps')}</h2>
        <ol className="howto">
          {steps.map((step) => (
            <li key={step}>
              <h3>{t(`below.step.${step}`)}</h3>
              <p className="muted">{t(`below.step.${step}.text`)}</p>
            </li>
          ))}
        </ol>
      </section>
      <section className="section" aria-labelledby="protection">
        <h2 id="protection">{t('below.youDecide')}</h2>
        <div className="grid-3">
          {protections.map(([name, icon]) => (
            <Card key={name} className="stack-2" labelledBy={`protection-${name}`}>
              <Icon of={icon} size="large" />
              <h3 id={`protection-${name}`}>{t(`below.protection.${name}`)}</h3>
              <p className="muted">{t(`below.protection.${name}.text`)}</p>
            </Card>
          ))}
        </div>
      </section>
    </>
  );
}
