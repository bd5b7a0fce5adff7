import { ShortcutList, useIsVerifying, type ShortcutGroup } from '@lapor/staff';
import { useText } from './use-text.ts';

/** Keys that work on the page that is shown: some at the foot, all of them behind "?". */
export function ConsoleKeys({ pathname, isBox }: { pathname: string; isBox: boolean }) {
  const t = useText();
  const isVerifying = useIsVerifying();
  const everywhere: ShortcutGroup = {
    title: t('keys.everywhere'),
    items: [
      [['/'], t('keys.search')],
      [['Z'], t('keys.undo')],
      [['?'], t('shortcuts.all')],
    ],
  };
  const verifying: ShortcutGroup['items'] = [
    [['Enter'], t('keys.passOn')],
    [['1', '–', '5'], t('keys.class')],
    [['S'], t('keys.redact')],
    [['V'], t('keys.leave')],
    [['C'], t('keys.checks')],
    [['Q', 'W', 'E'], t('keys.firstCategories')],
    [['K'], t('keys.category')],
    [['F', 'G', 'H'], t('keys.firstLeads')],
    [['I'], t('keys.lead')],
    [['T'], t('keys.postpone')],
    [['A'], t('keys.archive')],
    [['U'], t('keys.back')],
  ];
  const here: ShortcutGroup['items'] = isBox
    ? [
        [['J', 'K'], t('keys.move')],
        [['Enter'], t('keys.open')],
        [['X'], t('keys.select')],
        [['D'], t('keys.dispose')],
        [['B'], t('keys.answer')],
        [['Esc'], t('keys.unselect')],
      ]
    : pathname.startsWith('/laporan/')
      ? isVerifying
        ? verifying
        : [
            [['J', 'K'], t('keys.neighbour')],
            [['U'], t('keys.back')],
            [['B'], t('keys.answer')],
            [['D'], t('keys.dispose')],
            [['Ctrl ↵'], t('keys.send')],
          ]
      : pathname === '/persetujuan'
        ? [
            [['J', 'K'], t('keys.move')],
            [['Enter'], t('keys.open')],
            [['S'], t('keys.approve')],
            [['B'], t('keys.sendBack')],
          ]
        : [];
  return (
    <ShortcutList
      items={[...here.slice(0, 5), [['/'], t('keys.search')]]}
      all={[...(here.length > 0 ? [{ title: t('shortcuts.here'), items: here }] : []), everywhere]}
    />
  );
}
