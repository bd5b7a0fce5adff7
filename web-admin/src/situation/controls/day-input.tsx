import { TextInput } from '@lapor/ui';
import { useRef, type ComponentProps } from 'react';

interface DayInputProps extends Pick<ComponentProps<typeof TextInput>, 'min' | 'max'> {
  value: string;
  /** Each day on the way to the one that is meant; empty while there is none. */
  onType: (day: string) => void;
  /** The day that is meant: the field was left, Enter pressed, or a calendar gave it. */
  onSettle: (day: string) => void;
}

/** Keys that change a part of the day within the field. */
const TYPED = /^(\d|ArrowUp|ArrowDown|Backspace|Delete)$/;

/** A day that may be typed: "0002-11-22" is a day too, and only on the way to the one that is meant. */
export function DayInput({ value, onType, onSettle, ...limits }: DayInputProps) {
  const isTyping = useRef(false);
  return (
    <TextInput
      {...limits}
      type="date"
      value={value}
      onPointerDown={() => {
        isTyping.current = false;
      }}
      onKeyDown={({ key, altKey, currentTarget }) => {
        isTyping.current = TYPED.test(key) && !altKey;
        if (key === 'Enter') onSettle(currentTarget.value);
      }}
      onChange={({ currentTarget }) => {
        onType(currentTarget.value);
        if (!isTyping.current) onSettle(currentTarget.value);
      }}
      onBlur={({ currentTarget }) => {
        isTyping.current = false;
        onSettle(currentTarget.value);
      }}
    />
  );
}
