import type { ReactNode } from 'react';
import { checkIcon } from './glyphs.ts';
import { Icon } from './icon.tsx';
import { useUiWords } from './ui-provider.tsx';

interface StepperProps {
  label: string;
  steps: readonly string[];
  /** Index of the step one is at. */
  current: number;
  /** "Langkah 2 dari 4", for phones. */
  position: ReactNode;
}

/** One line and a bar on a phone; the names of all steps on a wide screen. */
export function Stepper({ label, steps, current, position }: StepperProps) {
  const { stepDone } = useUiWords();
  return (
    <nav aria-label={label} className="stepper">
      <p className="only-narrow caption">
        <strong>{position}</strong> · {steps[current]}
      </p>
      <ol className="stepper__bar only-narrow" aria-hidden="true">
        {steps.map((step, index) => (
          <li key={step} className={stateOf(index, current)} />
        ))}
      </ol>
      <ol className="steps-wide only-wide">
        {steps.map((step, index) => (
          <li
            key={step}
            className={stateOf(index, current)}
            aria-current={index === current ? 'step' : undefined}
          >
            {index < current && <Icon of={checkIcon} size="small" label={stepDone} />}
            {index + 1}. {step}
          </li>
        ))}
      </ol>
    </nav>
  );
}

const stateOf = (index: number, current: number) =>
  index < current ? 'done' : index === current ? 'now' : undefined;
