import type { ReactNode } from 'react';
import { inboxIcon, searchIcon, warningIcon } from './glyphs.ts';
import { Icon, type Glyph } from './icon.tsx';
import { Button } from './button.tsx';

export interface StateProps {
  title: ReactNode;
  icon?: Glyph;
  /** What happened and what the next step is. */
  children?: ReactNode;
  action?: ReactNode;
  /** The state is the whole page: its title is the page's heading. */
  page?: boolean;
}

function StateBox({ title, icon, children, action, page }: StateProps & { icon: Glyph }) {
  return (
    <div className="state">
      <Icon of={icon} />
      {page ? (
        <h1 className="h3" tabIndex={-1}>
          {title}
        </h1>
      ) : (
        <h2 className="h3">{title}</h2>
      )}
      {children != null && <p>{children}</p>}
      {action}
    </div>
  );
}

export const EmptyState = (props: StateProps) => <StateBox {...props} icon={props.icon ?? inboxIcon} />;

/** "Not allowed" and "not found" share this one screen and its one sentence. */
export const NotFoundState = (props: StateProps) => <StateBox {...props} icon={props.icon ?? searchIcon} />;

/** Something failed that can be tried again. */
export function ErrorState({
  retryLabel,
  onRetry,
  retrying,
  ...props
}: StateProps & { retryLabel: ReactNode; onRetry: () => void; retrying?: boolean }) {
  return (
    <div role="alert">
      <StateBox
        {...props}
        icon={props.icon ?? warningIcon}
        action={
          <>
            <Button busy={retrying} onClick={onRetry}>
              {retryLabel}
            </Button>
            {props.action}
          </>
        }
      />
    </div>
  );
}
