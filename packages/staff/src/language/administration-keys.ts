/** Families of messages that only pages of the administration show; they travel with those pages. */
const FAMILIES =
  /^(?:adoption|assigning|audit|calendar|csvFile|duplicate|effect|held|holding|imports|junk|keys|moderation|needs|officers|oversight|policies|programmes|provider|readiness|recalculation|retention|routes|standIn|tree|warnings)\./;

/** What the menus of the consoles say of them, and what the page of a report does. */
const ELSEWHERE =
  /\.title$|^duplicate\.undo|^moderation\.rule|^routes\.rule\.|^tree\.(?:unitTitle|unitAbout|railTitle|nationalAbout)$/;

/** Whether a message is left out of what a console begins with. */
export const isAdministration = (id: string): boolean => FAMILIES.test(id) && !ELSEWHERE.test(id);

/** Families of messages about working on a report; they travel with its page and with what is opened from it. */
const REPORT_FAMILIES =
  /^(?:byWhen|correction|handling|left|notes|printing|redacting|templates|tools|workOrders|writing)\./;

/** The parts into which the catalogue is cut: what a console begins with, and what comes with later pages. */
export type Part = 'start' | 'administration' | 'report';

export const partOf = (id: string): Part =>
  isAdministration(id)
    ? 'administration'
    : REPORT_FAMILIES.test(id) && !ELSEWHERE.test(id)
      ? 'report'
      : 'start';
