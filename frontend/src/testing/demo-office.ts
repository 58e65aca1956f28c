import { clerk, MockOffice, ok } from './mock-office';

/** The office of the mock-ups, for looking at screens without a server. */
export const demoOffice = (): MockOffice =>
  new MockOffice()
    .on('GET', '/api/me', () => ok(clerk))
    .on('POST', '/logout', () => ok({ redirect: '/' }));
