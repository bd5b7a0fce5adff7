import { parse } from 'graphql';

// What doors ask, known to the gateway by hash like the applications' documents (docs/adr/0016, 0054).

const SUBJECT = `
  id
  number
  state
  isConfidential
  missingData
  handler { name }
  history { id kind text promisedOn at actorKind organisation { name } correctedBy { id } }
  viewerCanReply
  viewerCanReplyPrivately
  viewerCanCompleteData
  viewerCanConfirm
  viewerCanDispute
  viewerCanRate
  viewerCanAppeal
`;

const CHANGED = `
  __typename
  ... on ReportChanged { report { id state } }
  ... on InvalidInput { fields { path code } }
  ... on UserError { code }
`;

export const fileAtDoor = parse(`mutation FileAtDoor($input: SubmitReportInput!) {
  result: submitReport(input: $input) {
    __typename
    ... on ReportSubmitted { accessCode report { id number } }
    ... on InvalidInput { fields { path code } }
    ... on TooManyRequests { retryAfterSeconds }
    ... on UserError { code }
  }
}`);

export const openAtDoor = parse(`mutation OpenAtDoor($input: OpenReportInput!) {
  result: openReport(input: $input) {
    __typename
    ... on ReportOpened { grant report { ${SUBJECT} } }
    ... on UserError { code }
  }
}`);

export const reportAtDoor = parse(`query ReportAtDoor($number: String!) {
  report(number: $number) { ${SUBJECT} }
}`);

export const replyAtDoor = parse(`mutation ReplyAtDoor($input: ReplyToReportInput!) {
  result: replyToReport(input: $input) { ${CHANGED} }
}`);

export const replyPrivatelyAtDoor = parse(`mutation ReplyPrivatelyAtDoor($input: ReplyPrivatelyInput!) {
  result: replyPrivately(input: $input) { ${CHANGED} }
}`);

export const completeDataAtDoor = parse(`mutation CompleteDataAtDoor($input: CompleteReportDataInput!) {
  result: completeReportData(input: $input) { ${CHANGED} }
}`);

export const confirmAtDoor = parse(`mutation ConfirmAtDoor($input: ConfirmReportInput!) {
  result: confirmReport(input: $input) { ${CHANGED} }
}`);

export const disputeAtDoor = parse(`mutation DisputeAtDoor($input: DisputeReportInput!) {
  result: disputeReport(input: $input) { ${CHANGED} }
}`);

export const rateAtDoor = parse(`mutation RateAtDoor($input: RateReportInput!) {
  result: rateReport(input: $input) { ${CHANGED} }
}`);

export const appealAtDoor = parse(`mutation AppealAtDoor($input: AppealArchiveInput!) {
  result: appealArchive(input: $input) { ${CHANGED} }
}`);

export const regionsAtDoor = parse(`query RegionsAtDoor($search: String!) {
  regions(search: $search, first: 20) { code name fullName level }
}`);

export const regionAtPoint = parse(`query RegionAtPoint($latitude: Float!, $longitude: Float!) {
  region: regionOfPoint(latitude: $latitude, longitude: $longitude) { code fullName }
}`);
