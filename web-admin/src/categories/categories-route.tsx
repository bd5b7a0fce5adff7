import { useSession } from '@lapor/staff';
import { CategoryMapPage } from '@lapor/staff/routing';
import { Button } from '@lapor/ui';
import { useState } from 'react';
import { useAdminIdentity } from '../app/identity.ts';
import { useText } from '../app/use-text.ts';
import { ChangeNeedsDialog } from './change-needs-dialog.tsx';

/** Categories (`/kategori`): where reports of them go, and what they ask of whoever files one. */
export function CategoriesRoute() {
  const t = useText();
  const console = useAdminIdentity();
  const { workplace } = useSession();
  const [changing, setChanging] = useState<{ id: string; name: string } | null>(null);
  // The server decides again.
  const mayChange = workplace.roles.includes('NATIONAL_ADMIN');
  return (
    <>
      <CategoryMapPage
        consoleLabel={console.label}
        national
        needsAction={
          mayChange
            ? (category) => (
                <Button
                  size="small"
                  aria-label={t('needs.changeOf', { name: category.name })}
                  onClick={() => setChanging(category)}
                >
                  {t('needs.change')}
                </Button>
              )
            : undefined
        }
      />
      {changing && <ChangeNeedsDialog category={changing} onClose={() => setChanging(null)} />}
    </>
  );
}
