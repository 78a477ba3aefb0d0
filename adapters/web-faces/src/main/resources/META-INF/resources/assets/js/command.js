// Asking the API to do something, as the person who looks at this page.
const root = document.documentElement.dataset.root ?? '';

/** Sends a change; gives what the API answers, or nothing when it answers nothing. Throws what it refuses. */
export async function command(method, path, body) {
  const headers = {
    Accept: 'application/json',
    'X-Requested-With': 'XMLHttpRequest',
    // the form for signing out has it in every page
    'X-CSRF-Token': document.querySelector('input[name=csrfToken]')?.value ?? '',
  };
  if (body) headers['Content-Type'] = 'application/json';
  const response = await fetch(`${root}/api/v1/${path}`, { method, headers, body: body && JSON.stringify(body) });
  if (response.status === 401) location.reload();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  return response.status === 204 ? null : response.json();
}
