import { useRef, useState } from 'react';
import { useMutation } from 'urql';
import { Button, Icon, checkIcon, meTooIcon, undoIcon } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { SupportReportDocument, WithdrawSupportDocument } from '../support-report.graphql.ts';

interface SupportProps {
  reportId: string;
  supported: boolean;
  /** Whether the reader may say it, and take it back. */
  allowed: boolean;
}

/**
 * "Saya juga mengalami", and the way back from it. The page shows at once what was chosen; when the server does not hear of it, the page
 * goes back to what counts and says so.
 */
export function Support({ reportId, supported, allowed }: SupportProps) {
  const t = useT();
  const [{ fetching: saying }, say] = useMutation(SupportReportDocument);
  const [{ fetching: takingBack }, takeBack] = useMutation(WithdrawSupportDocument);
  /** What was chosen here, until the page is read anew. */
  const [chosen, setChosen] = useState<{ over: boolean; said: boolean } | null>(null);
  const [failed, setFailed] = useState(false);
  // Without an answer it may have arrived: the next attempt is the same one.
  const requestKey = useRef(crypto.randomUUID());
  const said = chosen?.over === supported ? chosen.said : supported;
  const busy = saying || takingBack;

  async function change() {
    const next = !said;
    setFailed(false);
    setChosen({ over: supported, said: next });
    const variables = { reportId, requestKey: requestKey.current };
    const { data } = next ? await say(variables) : await takeBack(variables);
    if (data) requestKey.current = crypto.randomUUID();
    if (data?.result.__typename === 'ReportChanged') return;
    setChosen(null);
    setFailed(true);
  }

  return (
    <div className="stack stack-2">
      <p className={said ? 'saved' : 'sr'} role="status">
        {said && <Icon of={checkIcon} size="small" />}
        {said ? t('common.supportDone') : chosen && t('report.supportGone')}
      </p>
      {allowed && (
        // One button all the while: whoever pressed it by keyboard is still there.
        <Button
          icon={said ? undoIcon : meTooIcon}
          variant={said ? 'quiet' : 'secondary'}
          block
          busy={busy}
          onClick={() => void change()}
        >
          {t(said ? 'report.supportUndo' : 'common.meToo')}
        </Button>
      )}
      {failed && (
        <p className="caption" role="alert">
          {t(said ? 'report.supportStays' : 'report.supportNotYet')}
        </p>
      )}
    </div>
  );
}
