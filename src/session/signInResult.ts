/** How a sign-in ended. */
export interface SignInResult {
  /**
   * Whether the credential store keeps the sign-in. If `false`, the person is signed in until the page is left: the disk
   * may be full, or the browser may not let the site keep data.
   */
  readonly kept: boolean;
}
