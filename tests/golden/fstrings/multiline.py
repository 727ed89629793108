name = "Ann"
print(f"""Dear {name},
  {
    name.upper()  # a comment
  }
end""")
print(f"{
    1 +
    2
}")
