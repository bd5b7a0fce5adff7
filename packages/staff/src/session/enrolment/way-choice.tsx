import { Button, RadioCards } from '@lapor/ui';
import { hasPasskeys } from '@lapor/web-client';
import { useText } from '../../language/use-text.ts';

/** How somebody proves a second time who they are. */
export type Way = 'PASSKEY' | 'APP';

interface WayChoiceProps {
  way: Way;
  onChoose: (way: Way) => void;
  onNext: () => void;
}

export function WayChoice({ way, onChoose, onNext }: WayChoiceProps) {
  const t = useText();
  const supported = hasPasskeys();
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <p>{t('enrol.lead')}</p>
      <RadioCards<Way>
        legend={t('enrol.ways')}
        name="second-factor"
        value={way}
        options={[
          {
            value: 'PASSKEY',
            title: t('enrol.passkey'),
            text: t(supported ? 'enrol.passkeyText' : 'enrol.passkeyUnsupported'),
            disabled: !supported,
          },
          { value: 'APP', title: t('enrol.app'), text: t('enrol.appText') },
        ]}
        onChange={onChoose}
      />
      <Button variant="primary" type="submit" block>
        {t('enrol.next')}
      </Button>
    </form>
  );
}
