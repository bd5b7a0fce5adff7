import { ShortcutList, useIsVerifying, type ShortcutGroup } from '@lapor/staff';
import { useText } from './use-text.ts';

type ShortcutItem = ShortcutGroup['items'][number];

/** Keys that work on the page that is shown: some at the foot, all of them behind "?". */
export function ConsoleKeys({ pathname, verifies }: { pathname: string; verifies: boolean }) {
  const isDesk = verifies && (pathname === '/verifikasi' || pathname.startsWith('/verifikasi/'));
  return isDesk ? <DeskKeys /> : <PageKeys isReport={/^\/laporan\/\d+$/.test(pathname)} acts={verifies} />;
}

function useEverywhere(): ShortcutGroup {
  const t = useText();
  return {
    title: t('keys.everywhere'),
    items: [
      [['/'], t('keys.search')],
      [['Z'], t('keys.undo')],
      [['Ctrl', '↵'], t('keys.sendForm')],
      [['Esc'], t('keys.closeDialog')],
      [['?'], t('shortcuts.all')],
    ],
  };
}

interface PageKeysProps {
  isReport: boolean;
  /** The viewer works on reports, instead of only reading them. */
  acts: boolean;
}

function PageKeys({ isReport, acts }: PageKeysProps) {
  const t = useText();
  const everywhere = useEverywhere();
  const deciding = useDeciding();
  const isVerifying = useIsVerifying();
  const neighbours: ShortcutItem[] = isVerifying ? [] : [[['J', 'K'], t('keys.neighbour')]];
  const acting: ShortcutItem[] = isVerifying
    ? []
    : [
        [['B'], t('keys.answer')],
        [['D'], t('keys.dispose')],
        [['T'], t('keys.postpone')],
        [['A'], t('keys.archive')],
      ];
  const here: ShortcutItem[] = isReport
    ? [...neighbours, [['U'], t('keys.back')], ...(acts ? acting : [])]
    : [];
  return (
    <ShortcutList
      items={[...here.slice(0, 5), [['/'], t('keys.search')]]}
      all={[
        ...(here.length > 0 ? [{ title: t('shortcuts.here'), items: here }] : []),
        ...(isReport && isVerifying ? deciding : []),
        everywhere,
      ]}
    />
  );
}

/** Keys of the form of a verification, on the desk and on the page of a report. */
function useDeciding(): ShortcutGroup[] {
  const t = useText();
  return [
    {
      title: t('keys.groupDecide'),
      items: [
        [['1', '–', '5'], t('keys.class')],
        [['Q', 'W', 'E'], t('keys.firstCategories')],
        [['K'], t('keys.category')],
        [['F', 'G', 'H'], t('keys.firstLeads')],
        [['I'], t('keys.lead')],
        [['Enter'], t('keys.send')],
      ],
    },
    {
      title: t('keys.groupText'),
      items: [
        [['S'], t('keys.redact')],
        [['V'], t('keys.leave')],
        [['P'], t('keys.photo')],
        [['C'], t('keys.checks')],
      ],
    },
  ];
}

function DeskKeys() {
  const t = useText();
  const everywhere = useEverywhere();
  const postpone: ShortcutItem = [['T'], t('keys.postpone')];
  const archive: ShortcutItem = [['A'], t('keys.archive')];
  const duplicates: ShortcutItem = [['D'], t('keys.duplicates')];
  const skip: ShortcutItem = [['L'], t('keys.skip')];
  return (
    <ShortcutList
      items={[
        [['Enter'], t('keys.send')],
        [['1', '–', '5'], t('keys.class')],
        postpone,
        archive,
        duplicates,
        skip,
      ]}
      all={[
        ...useDeciding(),
        { title: t('keys.groupOther'), items: [postpone, archive, duplicates, skip] },
        everywhere,
      ]}
    />
  );
}
