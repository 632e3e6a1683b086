"""Forms of organisations (单位的表单): what a person may write of a unit."""
