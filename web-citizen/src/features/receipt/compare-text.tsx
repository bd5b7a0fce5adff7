import { useState } from 'react';
import { textDigest } from '@lapor/receipt';
import { Button, Field, Notice, TextArea } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';

/** A text too long for its receipt is known by its digest: whoever has the text sees whether it is this one. */
export function CompareText({ digest }: { digest: string }) {
  const t = useT();
  const [text, setText] = useState('');
  const [isSame, setIsSame] = useState<boolean | null>(null);
  return (
    <form
      className="stack stack-3 no-print"
      onSubmit={(event) => {
        event.preventDefault();
        void textDigest(text.replaceAll('\r\n', '\n').trim()).then((own) => setIsSame(own === digest));
      }}
    >
      <Field label={t('receipt.compare')} hint={t('receipt.compareHint')}>
        <TextArea
          rows={5}
          value={text}
          onChange={(event) => {
            setIsSame(null);
            setText(event.currentTarget.value);
          }}
        />
      </Field>
      {isSame !== null && (
        <Notice tone={isSame ? 'success' : 'danger'} role="status">
          <p>{t(isSame ? 'receipt.same' : 'receipt.different')}</p>
        </Notice>
      )}
      <p>
        <Button variant="quiet" type="submit" aria-disabled={text.trim() === '' || undefined}>
          {t('receipt.compareDo')}
        </Button>
      </p>
    </form>
  );
}
