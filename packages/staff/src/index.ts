/** What the two consoles of officers share. */

// Starting a console
export { startConsole, type ConsoleStart } from './app/start-console.tsx';
export type { ConsoleIdentity } from './app/console-identity.ts';

// Who works here
export { useSession, type SessionState } from './session/session-context.ts';
export { useGovernmentsSeen, whoIsConnected } from './session/governments-seen.ts';
export type { PostRole, Workplace } from './session/posts.ts';

// Words
export { useLanguage, type Catalogues, type Language } from './language/language-provider.tsx';
export { useMessages, type StaffMessageId, type Text } from './language/use-text.ts';
export { useDates } from './dates/use-dates.ts';

// Around the page
export { ConsoleShell } from './shell/console-shell.tsx';
export { FRAME_COUNTS_TO, useFrame } from './shell/use-frame.ts';
export { ReportSearch } from './shell/report-search.tsx';
export { usePageTitle } from './shell/use-page-title.ts';
export { useShortcuts } from './keyboard/use-shortcuts.ts';
export { useIsVerifying } from './keyboard/verifying-keys.ts';
export { ShortcutList, type ShortcutGroup } from './keyboard/shortcut-list.tsx';
export { useChoice } from './storage/use-choice.ts';

// What happens while somebody looks
export { useLive } from './live/use-live.ts';
export { countNewcomers } from './live/count-newcomers.ts';
export { NewcomersBar } from './live/newcomers-bar.tsx';

// Passing on what is shown
export { CopyLink } from './sharing/copy-link.tsx';
export { copyText } from './sharing/copy-text.ts';

// Narrowing a list
export { ChoiceFilter } from './filters/choice-filter.tsx';
export { FilterRow } from './filters/filter-row.tsx';
export { PickFilter } from './filters/pick-filter.tsx';
export { useFilters, type Filtering } from './filters/use-filters.ts';

// Loading
export { TableButton } from './csv/table-button.tsx';
export { PagedList } from './loading/paged-list.tsx';
export { shareOf, type FirstSight } from './loading/first-sight.ts';
export { useFirstSight } from './loading/use-first-sight.ts';
export { usePart } from './loading/use-part.ts';
export { usePages, type Pages } from './loading/use-pages.ts';
export { LoadFailure } from './loading/load-failure.tsx';
export { StaleNotice } from './loading/stale-notice.tsx';
export { useAskWhile } from './loading/use-ask-while.ts';
export { useSteadyQuery } from './loading/use-steady-query.ts';

// Lists of reports; the page of one report is `@lapor/staff/report`, to be loaded when it is opened
export { rememberTrail } from './report/trail.ts';
export { useWaitingReports } from './undo/sent-changes-context.ts';
export { ClockChip } from './report/clocks/clock-chip.tsx';
export { useSettled } from './picking/use-settled.ts';
