export { httpOfficerDirectory, type OfficerContact, type OfficerDirectory } from './officer-directory.ts';
export { receiveInvitation } from './receive-invitation.ts';
export { SEND_INVITATION_TASK } from './receive-invitation.ts';
export { sendInvitation } from './send-invitation.ts';
export { invitationRoutes } from './routes.ts';
