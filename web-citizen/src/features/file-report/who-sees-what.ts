import { isAnonymous, type Draft } from './draft.ts';

type Say = 'YES' | 'NO' | 'NAME' | 'ON_REASON' | 'SEALED' | 'NOT_STORED' | 'TASK_ONLY' | 'ONLY_UNIT';

export interface SeenCell {
  seen: boolean;
  say: Say;
}

export interface SeenRow {
  who: 'PUBLIC' | 'AGENCY' | 'FIELD' | 'NATIONAL';
  name: SeenCell;
  text: SeenCell;
}

const yes = (say: Say): SeenCell => ({ seen: true, say });
const no = (say: Say): SeenCell => ({ seen: false, say });

/**
 * Who will see name and text of this draft. The public never sees a name unless the reporter asks for it; an agency
 * sees it only by a reasoned reveal the reporter is told of, and never that of an anonymous reporter.
 */
export function whoSeesWhat(draft: Draft, { signedIn }: { signedIn: boolean }): SeenRow[] {
  const anonymous = isAnonymous(draft);
  const named = signedIn || draft.name.trim() !== '';
  const public_ = !anonymous && draft.showNamePublicly && draft.name.trim() !== '' && !draft.isConfidential;
  const nameless: SeenCell | null =
    anonymous && !signedIn ? no('NOT_STORED') : !named ? no('NOT_STORED') : null;
  return [
    {
      who: 'PUBLIC',
      name: public_ ? yes('NAME') : no('NO'),
      text: draft.isConfidential ? no('NO') : yes('YES'),
    },
    {
      who: 'AGENCY',
      name: nameless ?? (anonymous ? no('NO') : public_ ? yes('NAME') : no('ON_REASON')),
      text: yes(draft.isConfidential ? 'ONLY_UNIT' : 'YES'),
    },
    { who: 'FIELD', name: no('NO'), text: no('TASK_ONLY') },
    { who: 'NATIONAL', name: nameless ?? no('SEALED'), text: yes('YES') },
  ];
}
