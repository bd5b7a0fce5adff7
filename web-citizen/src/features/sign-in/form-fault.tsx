import { Button, Notice } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { useSession } from '../../app/session.tsx';

interface FormFaultProps {
  form: { fault: { message: string; signedOut: boolean } | null };
}

/** What concerns a whole form, above it; read out when it appears. */
export function FormFault({ form: { fault } }: FormFaultProps) {
  const t = useT();
  const { refresh } = useSession();
  if (!fault) return null;
  return (
    <Notice tone="danger" role="alert">
      <p>{fault.message}</p>
      {fault.signedOut && (
        <p>
          {/* The page notices that nobody is signed in, leads to the sign-in and from there back. */}
          <Button variant="quiet" onClick={() => void refresh()}>
            {t('auth.signInAgain')}
          </Button>
        </p>
      )}
    </Notice>
  );
}
