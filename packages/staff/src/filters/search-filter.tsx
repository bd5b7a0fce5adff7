import { searchIcon, TextInput } from '@lapor/ui';
import { useEffect, useRef, useState } from 'react';
import { useSettled } from '../picking/use-settled.ts';

interface SearchFilterProps {
  label: string;
  placeholder: string;
  /** What the address says. */
  value: string;
  onChange: (value: string) => void;
}

/** Words to search for; they reach the address when typing pauses. */
export function SearchFilter({ label, placeholder, value, onChange }: SearchFilterProps) {
  const [text, setText] = useState(value);
  const settled = useSettled(text.trim());
  const told = useRef(value);
  const tell = useRef(onChange);
  tell.current = onChange;

  useEffect(() => {
    if (settled === told.current) return;
    told.current = settled;
    tell.current(settled);
  }, [settled]);
  // The address changed by itself: a link, the way back, a filter taken off.
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);

  return (
    <TextInput
      icon={searchIcon}
      type="search"
      aria-label={label}
      placeholder={placeholder}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}
