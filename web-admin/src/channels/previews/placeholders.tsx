import { Button } from '@lapor/ui';
import { useId } from 'react';
import { useCodeText, useText } from '../words.ts';
import type { TemplateMedium } from './preview-client.ts';

interface PlaceholdersProps {
  placeholders: TemplateMedium['placeholders'];
  required: readonly string[];
  onInsert: (name: string, mayBeSubject: boolean) => void;
}

/** What may be said, with what it will say; a press puts it where the cursor was. */
export function Placeholders({ placeholders, required, onInsert }: PlaceholdersProps) {
  const t = useText();
  const codeText = useCodeText();
  const id = useId();
  /** A placeholder is required by itself, or one of several. */
  const requiredText = (name: string): string | null => {
    const names = required.map((one) => one.split('/')).find((one) => one.includes(name));
    if (!names) return null;
    return names.length === 1
      ? t('channels.templates.required')
      : t('channels.templates.requiredOf', { names: names.map((one) => `{${one}}`).join(', ') });
  };
  return (
    <div className="stack stack-1" role="group" aria-labelledby={id}>
      <p id={id} className="caption">
        {t('channels.templates.placeholders')}
      </p>
      <ul className="stack stack-1 placeholder-list">
        {placeholders.map(({ name, sample, isInSubject }) => (
          <li key={name} className="row row--tight">
            <Button size="small" onClick={() => onInsert(name, isInSubject)}>
              {`{${name}}`}
            </Button>
            <span className="caption">
              {[codeText('channels.placeholder', name), requiredText(name)].filter(Boolean).join(' · ')}
              {sample && <span className="block placeholder-sample">{sample}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
