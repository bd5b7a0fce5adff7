import { Icon, userIcon } from '@lapor/ui';
import { useEffect, useRef } from 'react';
import { useText } from '../language/use-text.ts';
import type { PickOption } from '../picking/search-pick.tsx';

interface MentionListProps {
  id: string;
  /** Undefined while they are on their way for the first time. */
  options: readonly PickOption[] | undefined;
  busy: boolean;
  failed: boolean;
  /** The one that Enter takes. */
  active: number;
  onPick: (option: PickOption) => void;
}

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

/** The colleagues whom an "@" may mean, below the box in which it is written; the words stay in that box. */
export function MentionList({ id, options, busy, failed, active, onPick }: MentionListProps) {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' });
  }, [active, options]);
  return (
    <div>
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={t('notes.find')}
        className={options?.length ? 'pick__list' : undefined}
        // What is written goes on where it is.
        onPointerDown={(event) => event.preventDefault()}
      >
        {options?.map((option, index) => (
          // The keys are those of the box.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={option.id}
            id={optionId(id, index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            data-focused={index === active || undefined}
            className="pick__option"
            onClick={() => onPick(option)}
          >
            <Icon of={userIcon} size="small" />
            <span className="pick__words">
              <span>{option.title}</span>
              {option.detail != null && <span className="caption">{option.detail}</span>}
            </span>
          </div>
        ))}
      </div>
      <p role="status" className={options?.length ? 'sr' : 'caption'}>
        {failed
          ? t('pick.failed')
          : options === undefined || (busy && options.length === 0)
            ? t('pick.busy')
            : options.length === 0
              ? t('pick.noOfficer')
              : ''}
      </p>
    </div>
  );
}
