import { useEffect, useRef, type ReactNode } from 'react';

/** `fieldId` is the id of the control that must be mended. */
export interface FaultLink {
  fieldId: string;
  message: ReactNode;
}

/**
 * Takes the focus whenever a new list of faults arrives, so that it is read out; each link leads to its field.
 * Shows nothing for an empty list.
 */
export function ErrorSummary({ title, faults }: { title: ReactNode; faults: readonly FaultLink[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2 className="h3">{title}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault.fieldId}>
            <a
              href={`#${fault.fieldId}`}
              onClick={(event) => {
                event.preventDefault();
                const field = document.getElementById(fault.fieldId);
                field?.focus({ preventScroll: true });
                field?.closest('.field, fieldset')?.scrollIntoView({ block: 'start' });
              }}
            >
              {fault.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
