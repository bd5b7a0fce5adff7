import { Button } from '@lapor/ui';
import { useState, type ReactNode } from 'react';
import { useText } from '../../language/use-text.ts';
import {
  AskClarificationDocument,
  GiveClarificationDocument,
  WriteOversightMessageDocument,
} from '../oversight.graphql.ts';
import type { Case, CaseActProps } from './act-props.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { RecommendDialog } from './recommend-dialog.tsx';
import { WordsDialog } from './words-dialog.tsx';

interface Act {
  name: 'clarify' | 'ask' | 'recommend' | 'write' | 'assign' | 'close';
  isOffered: (kase: Case) => boolean;
  dialog: (props: CaseActProps) => ReactNode;
}

/** What can be done with a case; the first that is offered stands out. */
const ACTS: readonly Act[] = [
  {
    name: 'clarify',
    isOffered: (kase) => kase.viewerCanGiveClarification,
    dialog: (props) => (
      <WordsDialog {...props} document={GiveClarificationDocument} name="clarify" least={10} />
    ),
  },
  {
    name: 'ask',
    isOffered: (kase) => kase.viewerCanAskClarification,
    dialog: (props) => <WordsDialog {...props} document={AskClarificationDocument} name="ask" least={10} />,
  },
  {
    name: 'recommend',
    isOffered: (kase) => kase.viewerCanRecommend,
    dialog: (props) => <RecommendDialog {...props} />,
  },
  {
    name: 'write',
    isOffered: (kase) => kase.viewerCanWrite,
    dialog: (props) => (
      <WordsDialog {...props} document={WriteOversightMessageDocument} name="write" least={1} />
    ),
  },
  {
    name: 'assign',
    isOffered: (kase) => kase.viewerCanAssign,
    dialog: (props) => <AssignDialog {...props} />,
  },
  {
    name: 'close',
    isOffered: (kase) => kase.viewerCanClose,
    dialog: (props) => <CloseDialog {...props} />,
  },
];

/** What the viewer may do with a case, each with its dialog. */
export function CaseActs({ case: kase, onDone }: { case: Case; onDone: () => void }) {
  const t = useText();
  const [open, setOpen] = useState<Act | null>(null);
  const offered = ACTS.filter(({ isOffered }) => isOffered(kase));
  if (offered.length === 0) return null;
  return (
    <>
      <div className="row">
        {offered.map((act, index) => (
          <Button key={act.name} variant={index === 0 ? 'primary' : undefined} onClick={() => setOpen(act)}>
            {t(`oversight.${act.name}`)}
          </Button>
        ))}
      </div>
      {open?.dialog({ kase, onDone, onClose: () => setOpen(null) })}
    </>
  );
}
