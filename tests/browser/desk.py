"""What everybody at the desk does: sign in, choose in a list with search."""


def sign_in(page, role):
    page.goto("/admin/login/")
    page.fill("#id_username", role)
    page.fill("#id_password", f"sscoop-{role}")
    page.get_by_role("button", name="Log in").click()


def choose(page, field, words):
    """In a choice with search: open it, type, take what is offered."""
    page.locator(f"#id_{field} + .select2 .select2-selection").click()
    page.locator(".select2-search--dropdown .select2-search__field").fill(words)
    offered = page.locator(".select2-results__option", has_text=words).first
    offered.click()
