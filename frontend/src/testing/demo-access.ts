import type { Member, Role, Terminal } from '@/features/access/staff/api';

const keys = ['counter-clerk', 'eligibility-clerk', 'levy-clerk', 'benefit-clerk', 'collection-clerk', 'entrustment-clerk', 'section-chief', 'manager', 'compliance-reviewer', 'administrator'];
export const roles: Role[] = keys.map((key) => ({ key, label: key, notTogetherWith: key === 'administrator' ? keys.filter((other) => other !== key).slice(0, 9) : ['administrator'], may: [] }));
const member = (no: string, name: string, sectionName: string, post: string, held: string[]): Member => ({
  no, name, section: sectionName, sectionName, post, startsOn: '2026-04-01', endsOn: null, state: 'valid', accounts: [no], lastSignedInAt: '2026-11-20T08:31:00+09:00',
  grants: held.map((role) => ({ role, section: null, startsOn: '2026-04-01', endsOn: role === 'counter-clerk' ? '2027-03-31' : null, state: 'valid' })),
});
export const staff: Member[] = [
  member('1001', '夕凪　美咲', '資格係', '主事', ['counter-clerk', 'eligibility-clerk']), member('1002', '流星　一郎', '資格係', '主査', ['counter-clerk', 'eligibility-clerk']),
  member('1003', '霧雨　亮', '資格係', '主事', ['eligibility-clerk']), member('1004', '朧月　恵', '資格係', '係長', ['eligibility-clerk', 'section-chief']),
  member('1010', '見本　課長子', '国保年金課', '課長', ['manager']), member('1020', '管理　太郎', '情報管理', '主任', ['administrator']), member('1021', '監査　花', '監査', '主査', ['compliance-reviewer']),
];
export const terminals: Terminal[] = [
  { no: 'KH-014', place: '窓口3番', counterFacing: true, businesses: [], certificate: true, startsOn: '2026-04-01', endsOn: null, state: 'valid', lastUsedAt: '2026-11-20T10:42:00+09:00', link: 'used' },
  { no: 'KH-015', place: '資格係 島1', counterFacing: false, businesses: ['資格'], certificate: false, startsOn: '2026-11-20', endsOn: null, state: 'valid', lastUsedAt: null, link: 'ready' },
];
