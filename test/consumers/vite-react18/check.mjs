export async function check(page) {
  await page.getByText(/^Created \S+$/).waitFor();
}
