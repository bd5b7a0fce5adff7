import { createContext, useContext, useId, type ReactNode } from 'react';
import { checkIcon, stopIcon } from './glyphs.ts';
import { Icon } from './icon.tsx';
import { classNames } from './class-names.ts';
import { useUiWords } from './ui-provider.tsx';

interface FieldLinks {
  id?: string;
  describedBy?: string;
  invalid?: boolean;
}

const FieldContext = createContext<FieldLinks>({});

/** What a control inside a `Field` must carry: its id, and the texts that describe it. */
export function useFieldLinks(): { id?: string; 'aria-describedby'?: string; 'aria-invalid'?: true } {
  const { id, describedBy, invalid } = useContext(FieldContext);
  return { id, 'aria-describedby': describedBy, 'aria-invalid': invalid || undefined };
}

export interface FieldProps {
  label: ReactNode;
  /** Stands below the label; never only inside the box. */
  hint?: ReactNode;
  /** Stands before the box and turns it red; `undefined` when all is well. */
  error?: ReactNode;
  /** Below the box: saved mark, count of letters. */
  foot?: ReactNode;
  /** Given when an error summary links here. */
  id?: string;
  /** The label is the heading of the page. */
  heading?: boolean;
  className?: string;
  children: ReactNode;
}

/** Label, hint, error, control, foot – in that order, tied together for screen readers. */
export function Field({ label, hint, error, foot, id: given, heading, className, children }: FieldProps) {
  const own = useId();
  const id = given ?? own;
  const ids = { hint: `${id}-hint`, error: `${id}-error`, foot: `${id}-foot` };
  const describedBy =
    classNames(hint != null && ids.hint, error != null && ids.error, foot != null && ids.foot) || undefined;
  const labelElement = <label htmlFor={id}>{label}</label>;
  return (
    <div className={classNames('field', error != null && 'field--error', className)}>
      {heading ? <h1 tabIndex={-1}>{labelElement}</h1> : labelElement}
      {hint != null && (
        <p className="hint" id={ids.hint}>
          {hint}
        </p>
      )}
      {error != null && <FieldError id={ids.error}>{error}</FieldError>}
      <FieldContext.Provider value={{ id, describedBy, invalid: error != null }}>
        {children}
      </FieldContext.Provider>
      {foot != null && <FieldFoot id={ids.foot}>{foot}</FieldFoot>}
    </div>
  );
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  const { error } = useUiWords();
  return (
    <p className="error" id={id}>
      <Icon of={stopIcon} />
      <span>
        <span className="sr">{error}</span> {children}
      </span>
    </p>
  );
}

export const FieldFoot = ({ id, children }: { id?: string; children: ReactNode }) => (
  <p className="field__foot" id={id}>
    {children}
  </p>
);

/** "Saved on this phone, 09.41": said quietly, not announced. */
export const SavedMark = ({ children }: { children: ReactNode }) => (
  <span className="saved">
    <Icon of={checkIcon} size="small" />
    {children}
  </span>
);
