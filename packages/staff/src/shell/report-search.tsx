import { searchIcon, TextInput, Kbd } from '@lapor/ui';
import { parseReportNumber } from '@lapor/wording';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../language/use-text.ts';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';

interface ReportSearchProps {
  /** What the page shows now. */
  value: string;
  placeholder: string;
  /** Eight digits were typed: the report itself. */
  onNumber: (number: string) => void;
  /** Words. Without it only numbers are understood. */
  onWords?: (words: string) => void;
  /** "/" leads here. */
  shortcut?: boolean;
}

/** One box for numbers and words; a number opens the report. */
export function ReportSearch({ value, placeholder, onNumber, onWords, shortcut }: ReportSearchProps) {
  const t = useText();
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setText(value), [value]);
  useShortcuts({
    '/': shortcut
      ? () => {
          input.current?.focus();
          input.current?.select();
        }
      : undefined,
  });
  return (
    <form
      role="search"
      className="report-search"
      onSubmit={(event) => {
        event.preventDefault();
        const number = parseReportNumber(text);
        // "Jalan 12345678" is words, "No. 4821-3097" is a number.
        if (number && !/\p{L}{4,}/u.test(text)) {
          setText(value);
          onNumber(number);
        } else onWords?.(text.trim());
      }}
    >
      <TextInput
        ref={input}
        icon={searchIcon}
        type="search"
        aria-label={t('search.label')}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          // The cross in the box empties it.
          if (event.currentTarget.value === '' && value !== '') onWords?.('');
        }}
      />
      {shortcut && <Kbd>/</Kbd>}
    </form>
  );
}
