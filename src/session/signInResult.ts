/** Result of a successful sign-in. */
export interface SignInResult {
  /**
   * Whether the credential store keeps the sign-in. If `false`, the user is signed in only until the page is left: the
   * disk may be full, or the browser may not allow the site to store data.
   */
  readonly kept: boolean;
}
