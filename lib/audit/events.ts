/** What is noted, in the words of OWASP's logging vocabulary (cheatsheetseries.owasp.org, Logging Vocabulary). */
export const AUDIT_NAMES = [
  "authn_login_success",
  "authn_login_fail",
  "authn_password_change",
  "authn_password_reset",
  "authn_second_factor_change",
  "authn_token_created",
  "authn_token_revoked",
  "authz_fail",
  "authz_admin",
  "privilege_permissions_changed",
  "input_validation_fail",
  "excess_rate_limit_exceeded",
  "malicious_csrf",
  "card_publish",
  "card_restore",
  "card_retire",
  "card_return",
  "card_merge",
  "flag_resolve",
  "flag_reply",
  "user_export",
  "user_import",
  "user_erase_request",
  "user_erase_cancel",
  "user_erase",
] as const;

export type AuditName = (typeof AUDIT_NAMES)[number];

/** A deed to note. `detail` holds what changed, never a password, token, address of mail or answer. */
export interface AuditEvent {
  readonly name: AuditName;
  /** Null for a visitor or the command line. */
  readonly actorId: string | null;
  /** `user:ID`, `card:ID`. */
  readonly target: string | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}
