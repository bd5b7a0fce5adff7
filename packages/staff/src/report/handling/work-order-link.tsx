import { Button, Dialog, Field, Notice, shareIcon, TextInput } from '@lapor/ui';
import { useDates } from '../../dates/use-dates.ts';
import { useText } from '../../language/use-text.ts';
import { CopyButton } from '../../sharing/copy-button.tsx';

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
  const link = new URL(path, location.origin).href;
  const canShare = typeof navigator.share === 'function';
  return (
    <Dialog
      open
      title={t('workOrders.made', { number })}
      onClose={onClose}
      actions={
        <>
          <CopyButton variant="primary" text={link} label={t('workOrders.copy')} />
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
    </Dialog>
  );
}
