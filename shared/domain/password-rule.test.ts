import { expect, test } from 'vitest';
import { refusePassword } from './password-rule.ts';

test('a password is long enough, not the login name, and new', () => {
  expect(refusePassword('mật-khẩu', 'an', null)).toBeNull();
  expect(refusePassword('bảy-ký1', 'an', null)).toBe('passwordTooShort');
  expect(refusePassword('Nguyen.An', 'nguyen.an', null)).toBe('passwordIsLogin');
  expect(refusePassword('mật-khẩu', 'an', 'mật-khẩu')).toBe('passwordSame');
});
