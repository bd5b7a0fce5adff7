import { closeIcon, FieldError, IconButton } from '@lapor/ui';
import { useId, type ReactNode } from 'react';

interface PickedManyProps<One> {
  label: ReactNode;
  hint?: ReactNode;
  error: string | undefined;
  picked: readonly One[];
  keyOf: (one: One) => string;
  /** Names one in the list. */
  nameOf: (one: One) => ReactNode;
  /** Of the button that takes one out again; what the list says of it is read after. */
  removeLabel: string;
  onRemove: (one: One) => void;
  /** The search box; absent when there are as many as there may be. */
  children: ReactNode;
}

/** Label, those that were picked, and the search for one more. */
export function PickedMany<One>(props: PickedManyProps<One>) {
  const { label, hint, error, picked, keyOf, nameOf, removeLabel, onRemove, children } = props;
  const id = useId();
  return (
    <div className={error ? 'field field--error' : 'field'} role="group" aria-labelledby={id}>
      <span className="legend" id={id}>
        {label}
      </span>
      {hint != null && <p className="hint">{hint}</p>}
      {error && <FieldError>{error}</FieldError>}
      {picked.length > 0 && (
        <ul className="lines">
          {picked.map((one, index) => {
            const [name, button] = [`${id}-${index}`, `${id}-${index}-remove`];
            return (
              <li key={keyOf(one)}>
                <div id={name}>{nameOf(one)}</div>
                <IconButton
                  icon={closeIcon}
                  id={button}
                  label={removeLabel}
                  aria-labelledby={`${button} ${name}`}
                  onClick={() => onRemove(one)}
                />
              </li>
            );
          })}
        </ul>
      )}
      {children}
    </div>
  );
}
