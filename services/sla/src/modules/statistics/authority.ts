import { hasRole, isNationalDesk, type Viewer } from '@lapor/viewer';

/** Who may see the national overview, and whether confidential reports are counted in it; `null`: not at all. */
export function overviewScope(viewer: Viewer): { withConfidential: boolean } | null {
  if (isNationalDesk(viewer) || hasRole(viewer, 'KSP_MONITOR') || hasRole(viewer, 'OMBUDSMAN'))
    return { withConfidential: true };
  // Analysts get exact figures, so only of what is not confidential (decision 17).
  return hasRole(viewer, 'ANALYST') ? { withConfidential: false } : null;
}
