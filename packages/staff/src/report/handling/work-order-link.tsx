import { Button, copyIcon, Dialog, Field, Notice, shareIcon, TextInput } from '@lapor/ui';
import { useState } from 'react';
import { useDates } from '../../dates/use-dates.ts';
import { useText } from '../../language/use-text.ts';

interface WorkOrderLinkProps {
  /** On this origin; the secret stands behind the "#". */
  path: string;
  number: string;
  expiresAt: string;
  onClose: () => void;
}

/** The secret link of a new order, to copy or to pass on by the device. It is shown this once. */
export function WorkOrderLink({ path, number, expiresAt, onClose }: WorkOrderLinkProps) {
  const t = useText();
  const dates = useDates();
  const [copied, setCopied] = useState(false);
  const link = new URL(path, location.origin).href;
  const canShare = typeof navigator.share === 'function';
  return (
    <Dialog
      open
      title={t('workOrders.made', { number })}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="primary"
            icon={copyIcon}
            onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}
          >
            {t(copied ? 'unsent.copied' : 'workOrders.copy')}
          </Button>
          {canShare && (
            <Button
              icon={shareIcon}
              onClick={() => {
                // Closing the sheet of the device is no fault.
                navigator.share({ title: number, url: link }).catch(() => undefined);
              }}
            >
              {t('workOrders.share')}
            </Button>
          )}
          <Button onClick={onClose}>{t('workOrders.close')}</Button>
        </>
      }
    >
      <Notice tone="warning">
        <p>{t('workOrders.linkOnce', { moment: dates.moment(expiresAt) })}</p>
      </Notice>
      <Field label={t('workOrders.link')} hint={t('workOrders.linkHint')}>
        <TextInput readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
      </Field>
      <p role="status" className="sr">
        {copied ? t('unsent.copied') : ''}
      </p>
    </Dialog>
  );
}
