import { Brand, StaffShell, ThemeSwitch, type RailGroup } from '@lapor/ui';
import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { PageLoading } from '../app/page-loading.tsx';
import type { ConsoleIdentity } from '../app/console-identity.ts';
import type { ResultOf } from '../graphql.ts';
import { useText } from '../language/use-text.ts';
import type { FirstSight } from '../loading/first-sight.ts';
import type { Workplace } from '../session/posts.ts';
import { useSession } from '../session/session-context.ts';
import { MentionBell } from '../notes/mention-bell.tsx';
import { SentChangesProvider } from '../undo/sent-changes-provider.tsx';
import { AccountMenu } from './account-menu.tsx';
import { ActingLine } from './acting-line.tsx';
import type { FrameFields } from './frame.graphql.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { useFocusOnTarget } from './use-focus-on-target.ts';
import { useRoles } from './workplace-choice.tsx';

interface ConsoleShellProps {
  console: ConsoleIdentity;
  /** What the console asked for around its pages (`useFrame`). */
  frame: FirstSight<ResultOf<typeof FrameFields>>;
  nav: { label: string; groups: readonly RailGroup[] };
  search?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}

/** Bar, rail and page of a console, for an officer who is signed in. */
export function ConsoleShell({ console, frame, nav, search, foot, children }: ConsoleShellProps) {
  const t = useText();
  const { workplace, actingPost } = useSession();
  const roles = useRoles();
  useFocusOnNewPage(nav.groups.some(({ links }) => links.some(({ count }) => count !== undefined)));
  useFocusOnTarget();
  return (
    <StaffShell
      skip={t('skip')}
      brand={<Brand href="/" name="LAPOR!" sub={console.label} />}
      organisation={{
        name: shortName(workplace.organisation),
        post: actingPost ? t('account.actingOnly', { role: roles(workplace) }) : roles(workplace),
      }}
      search={search}
      nav={{ ...nav, menu: { open: t('nav.menu'), close: t('nav.menuClose') } }}
      foot={foot}
      tools={
        <>
          <MentionBell frame={frame} />
          <LanguageSwitch />
          <ThemeSwitch label={t('theme')} />
          <AccountMenu />
        </>
      }
    >
      <ActingLine name={shortName(workplace.organisation)} />
      <SentChangesProvider frame={frame}>
        <PageLoading>{children}</PageLoading>
      </SentChangesProvider>
    </StaffShell>
  );
}

const LONG_NAME = 36;

/** The name; where it would push the search out of the bar, the acronym with the government it belongs to. */
function shortName({ id, name, acronym, government }: Workplace['organisation']): string {
  if (name.length <= LONG_NAME || !acronym) return name;
  return government.id === id ? acronym : `${acronym} · ${government.name}`;
}

/** A screen reader hears the new page, and Tab goes on from its beginning. */
function useFocusOnNewPage(navIsComplete: boolean) {
  const { pathname } = useLocation();
  const first = useRef(true);
  useEffect(() => {
    // The tabs of a phone may have scrolled away.
    document
      .querySelector('.mobile-nav [aria-current]')
      ?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [pathname, navIsComplete]);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    document.getElementById('main')?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);
}
