/**
 * What the three applications look like. Components take their words as props and children; the few words that
 * sit inside a component (the prefix of an error, the name of a close button) come once from `UiProvider`.
 */
export { UiProvider, Anchor, type AnchorProps, type UiWords } from './components/ui-provider.tsx';
export { Icon, type Glyph, type IconProps } from './components/icon.tsx';
export * from './components/glyphs.ts';

// Acting
export {
  Button,
  LinkButton,
  IconButton,
  type ButtonProps,
  type LinkButtonProps,
} from './components/button.tsx';
export { Kbd } from './components/kbd.tsx';

// Asking
export { Field, FieldFoot, SavedMark, FieldError, type FieldProps } from './components/field.tsx';
export { TextInput, type TextInputProps } from './components/text-input.tsx';
export { TextArea, type TextAreaProps } from './components/text-area.tsx';
export { Select, type SelectProps } from './components/select.tsx';
export { Checkbox, type CheckboxProps } from './components/checkbox.tsx';
export { RadioCards, type RadioCardsProps } from './components/radio-cards.tsx';
export { CheckCard } from './components/check-card.tsx';
export { ChipChoice, type ChipChoiceProps } from './components/chip-choice.tsx';
export { OptionRow } from './components/option-row.tsx';
export { ErrorSummary, type FaultLink } from './components/error-summary.tsx';
export { FileDrop, FileList, FileItem } from './components/files.tsx';
export { Rating } from './components/rating.tsx';
export { FilterButton, Filters } from './components/filters.tsx';

// Showing the way
export { Stepper } from './components/stepper.tsx';
export { SummaryList, SummaryRow } from './components/summary-list.tsx';
export { Tabs, type Tab } from './components/tabs.tsx';
export { TabLinks } from './components/tab-links.tsx';
export { LoadMore } from './components/load-more.tsx';
export { SkipLink } from './components/skip-link.tsx';
export { BackLink } from './components/back-link.tsx';

// Telling
export { Notice, type NoticeProps } from './components/notice.tsx';
export { ToastProvider, useToast, type Toast } from './components/toast.tsx';
export { Dialog } from './components/dialog.tsx';
export { SidePanel } from './components/side-panel.tsx';
export { EmptyState, ErrorState, NotFoundState, type StateProps } from './components/states.tsx';
export { Skeleton, SkeletonBlock } from './components/skeleton.tsx';

// Reports
export { StatusPill, type PillState } from './components/status-pill.tsx';
export { DueChip, type DueUrgency } from './components/due-chip.tsx';
export { Explain } from './components/explain.tsx';
export { DayStrip, type StripDay } from './components/day-strip.tsx';
export { ClockList, ClockRow } from './components/clock-list.tsx';
export { Tag } from './components/tag.tsx';
export { Badge } from './components/badge.tsx';
export { Timeline, TimelineEntry, type EntryTone } from './components/timeline.tsx';
export { OfficialAnswer } from './components/official-answer.tsx';
export { Bubble } from './components/bubble.tsx';
export { InternalNote } from './components/internal-note.tsx';
export { Photos, type Photo } from './components/photos.tsx';
export { SeenMatrix } from './components/seen-matrix.tsx';

// Laying out
export { Card, LinkCard } from './components/card.tsx';
export { Panel } from './components/panel.tsx';
export { Facts } from './components/facts.tsx';
export { Avatar } from './components/avatar.tsx';
export { Table, type Column, type RowGroup, type Sort } from './components/table.tsx';
export { BulkBar } from './components/bulk-bar.tsx';
export { StatTile, TileNotes, Tiles } from './components/stat-tile.tsx';
export { Bar, Bars, type BarPart, type BarRow } from './components/bars.tsx';

// Shells
export { Brand } from './components/brand.tsx';
export { CitizenShell, type CitizenShellProps, type NavLink } from './components/citizen-shell.tsx';
export {
  StaffShell,
  type StaffShellProps,
  type RailGroup,
  type RailLink,
} from './components/staff-shell.tsx';
export { ThemeSwitch, applyStoredTheme } from './components/theme-switch.tsx';
